package dev.copydesk.document.remote;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the public internet from others: loopback, link-local (the metadata services of clouds among them),
 * private, shared, reserved, multicast (IANA's special-purpose address registries, RFC 6890). An IPv4 address that an IPv6 one
 * embeds counts as itself.
 */
final class PublicAddress {

    /** IPv4 networks as address and length of the prefix. */
    private static final int[][] OTHER_V4 = {
        {0, 8}, // 0.0.0.0/8, "this network"
        {0x0a00_0000, 8}, // 10.0.0.0/8, private
        {0x6440_0000, 10}, // 100.64.0.0/10, shared by carriers
        {0x7f00_0000, 8}, // 127.0.0.0/8, loopback
        {0xa9fe_0000, 16}, // 169.254.0.0/16, link-local
        {0xac10_0000, 12}, // 172.16.0.0/12, private
        {0xc000_0000, 24}, // 192.0.0.0/24, protocol assignments
        {0xc000_0200, 24}, // 192.0.2.0/24, documentation
        {0xc0a8_0000, 16}, // 192.168.0.0/16, private
        {0xc612_0000, 15}, // 198.18.0.0/15, benchmarks
        {0xc633_6400, 24}, // 198.51.100.0/24, documentation
        {0xcb00_7100, 24}, // 203.0.113.0/24, documentation
        {0xe000_0000, 3}, // 224.0.0.0/3: multicast, reserved, broadcast
    };

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return address instanceof Inet4Address
                ? isV4(address.getAddress(), 0)
                : address instanceof Inet6Address && isV6(address.getAddress());
    }

    private static boolean isV4(byte[] bytes, int from) {
        int address = (bytes[from] & 0xff) << 24
                | (bytes[from + 1] & 0xff) << 16
                | (bytes[from + 2] & 0xff) << 8
                | (bytes[from + 3] & 0xff);
        return Arrays.stream(OTHER_V4).noneMatch(network -> (address ^ network[0]) >>> (32 - network[1]) == 0);
    }

    private static boolean isV6(byte[] address) {
        if (begins(address, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isV4(address, 12); // 64:ff9b::/96, translated
        }
        if (begins(address, 0x20, 0x02)) {
            return isV4(address, 2); // 2002::/16, 6to4
        }
        boolean global = (address[0] & 0xe0) == 0x20; // 2000::/3 is all that is in use
        boolean special = begins(address, 0x20, 0x01, 0x00, 0x00) // 2001::/32, Teredo
                || begins(address, 0x20, 0x01, 0x0d, 0xb8) // 2001:db8::/32, documentation
                || begins(address, 0x3f, 0xff, 0x00); // 3fff::/20, documentation, and a little more
        return global && !special;
    }

    private static boolean begins(byte[] address, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((address[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** A host of which no address may be connected to. */
    static final class Refused extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Refused(String host, InetAddress address) {
            super("'" + host + "' has the address " + address.getHostAddress()
                    + ", which is not of the public internet; " + RemoteSettings.ALLOW_PRIVATE
                    + "=true allows such addresses");
        }
    }
}
