package org.dohyo.web.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;

/** The addresses whose headers are believed. */
public record TrustedProxies(List<CidrAddress> ranges) {

    /** @throws IllegalArgumentException with the range that is none */
    public static TrustedProxies of(List<String> ranges) {
        return new TrustedProxies(ranges.stream().map(String::strip).filter(range -> !range.isEmpty())
                .map(TrustedProxies::range).toList());
    }

    private static CidrAddress range(String text) {
        InetAddress single = Inet.parseInetAddress(text);
        CidrAddress range = single == null ? parsed(text)
                : CidrAddress.create(single, single.getAddress().length * Byte.SIZE);
        if (range == null) {
            throw new IllegalArgumentException(text);
        }
        return range;
    }

    private static CidrAddress parsed(String text) {
        try {
            return Inet.parseCidrAddress(text);
        } catch (RuntimeException e) {
            return null;
        }
    }

    boolean contain(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.matches(address));
    }

    boolean contain(String address) {
        return Optional.ofNullable(Inet.parseInetAddress(address)).filter(this::contain).isPresent();
    }
}
