package dev.copydesk.document.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Gives the connection no address that is not allowed. The HTTP client connects to just the addresses it is given here, whether
 * a name or an address was asked for, so that there is no second look-up that could tell another one.
 */
final class CheckedDns implements DnsResolver {

    private final DnsResolver names;
    private final Predicate<InetAddress> allowed;

    CheckedDns(boolean allowPrivate) {
        this(SystemDefaultDnsResolver.INSTANCE, address -> allowPrivate || PublicAddress.is(address));
    }

    CheckedDns(DnsResolver names, Predicate<InetAddress> allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        if (all == null || all.length == 0) {
            throw new UnknownHostException(host);
        }
        InetAddress[] given = Arrays.stream(all).filter(allowed).toArray(InetAddress[]::new);
        if (given.length == 0) {
            throw new PublicAddress.Refused(host, all[0]);
        }
        return given;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
