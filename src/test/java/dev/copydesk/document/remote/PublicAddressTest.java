package dev.copydesk.document.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.1.2.3",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1",
                "64:ff9b:1::1"
            })
    void refusesWhatIsNotOfThePublicInternet(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "128.0.0.1",
                "169.253.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.0.1",
                "192.169.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::101:101",
                "2002:101:101::1",
                "::ffff:1.1.1.1"
            })
    void takesWhatIs(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1", "2130706433", "::1", "169.254.169.254"})
    void aHostWithoutAPublicAddressIsRefusedHoweverItIsWritten(String host) {
        assertThatThrownBy(() -> new CheckedDns(false).resolve(host)).isInstanceOf(PublicAddress.Refused.class);
    }

    @Test
    void ofSeveralAddressesOnlyThePublicOnesAreConnectedTo() throws UnknownHostException {
        InetAddress open = InetAddress.getByName("1.1.1.1");
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("rebound.example", InetAddress.getLoopbackAddress(), open);

        assertThat(new CheckedDns(names, PublicAddress::is).resolve("rebound.example"))
                .containsExactly(open);
    }

    @Test
    void privateAddressesAreTakenWhereTheyAreAllowed() throws UnknownHostException {
        assertThat(new CheckedDns(SystemDefaultDnsResolver.INSTANCE, address -> true).resolve("127.0.0.1"))
                .containsExactly(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
