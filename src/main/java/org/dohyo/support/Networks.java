package org.dohyo.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that an address belongs to, as limits see it: /24 of IPv4, /48 of IPv6. */
public final class Networks {

    private Networks() {
    }

    /** @param address a literal address, as the connection gives it */
    public static String of(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
