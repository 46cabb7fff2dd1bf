package org.dohyo.provider.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.stream.StreamFailure;
import org.dohyo.support.ArenaAddress;

/**
 * Says where requests may go. An endpoint's URL is chosen by an admin, but the server that it names must not become a
 * way to the cloud's metadata service, which gives away credentials to whoever asks from inside.
 */
@ApplicationScoped
public class AddressGuard {

    private static final byte[] NAT64 = HexFormat.of().parseHex("0064ff9b0000000000000000");
    /** Addresses outside of link-local ranges at which clouds hand out credentials. */
    private static final Set<String> METADATA = Set.of("100.100.100.200", "168.63.129.16", "192.0.0.192",
            "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254");

    private final boolean allowPrivate;
    private final Names names;

    /** Looks a host name up. */
    public interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Private addresses are let through by default only where the arena itself is reached from this machine alone. */
    @Inject
    public AddressGuard(ProviderConfig config, ArenaAddress own) {
        this(config.allowPrivate(), own);
    }

    AddressGuard(Optional<Boolean> allowPrivate, ArenaAddress own) {
        this(allowPrivate.orElseGet(own::isLoopback));
    }

    public AddressGuard(boolean allowPrivate) {
        this(allowPrivate, InetAddress::getAllByName);
    }

    public AddressGuard(boolean allowPrivate, Names names) {
        this.allowPrivate = allowPrivate;
        this.names = names;
    }

    /**
     * Why requests to that URL would be refused, in words for an admin; empty if they would not be. May ask the name
     * service, so not for an event loop. A name that doesn't resolve now is not refused: it is checked at each call.
     */
    public Optional<String> refusal(URI url) {
        Optional<String> malformed = malformed(url);
        if (malformed.isPresent()) {
            return malformed;
        }
        try {
            resolve(url.getHost());
            return Optional.empty();
        } catch (StreamFailure e) {
            return Optional.of(e.getMessage());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Why that is no URL for an endpoint, by its form alone. */
    public Optional<String> malformed(URI url) {
        if (url == null || !("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))) {
            return Optional.of("must be an http or https URL");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("must not contain a user name or password");
        }
        return url.getHost() == null ? Optional.of("must name a host") : Optional.empty();
    }

    /**
     * The address to connect to. Blocks while the name is looked up; the answer must be used as it is, since a second
     * look-up may give another one.
     *
     * @throws StreamFailure {@link Kind#ADDRESS_REFUSED} if any of the name's addresses is refused
     */
    InetAddress resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.of(host);
        for (InetAddress address : addresses) {
            if (refused(address.getAddress())) {
                throw new StreamFailure(Kind.ADDRESS_REFUSED, "requests to this address are refused: " + host);
            }
        }
        return addresses[0];
    }

    /** True if the host is written as an address, so that no name service is asked. */
    static boolean literal(String host) {
        return host.startsWith("[") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    boolean refused(byte[] a) {
        return METADATA.contains(written(a)) || (a.length == 4 ? refusedV4(a) : refusedV6(a));
    }

    private static String written(byte[] a) {
        try {
            return InetAddress.getByAddress(a).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + a.length + " bytes", e);
        }
    }

    private boolean refusedV4(byte[] a) {
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        boolean never = first == 0 || first >= 224 || first == 169 && second == 254;
        return never || !allowPrivate && privateV4(first, second, a[2] & 0xff);
    }

    private static boolean privateV4(int first, int second, int third) {
        return first == 10 || first == 127
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 168
                || first == 192 && second == 0 && third == 0
                || first == 198 && (second == 18 || second == 19)
                || first == 100 && second >= 64 && second < 128;
    }

    private boolean refusedV6(byte[] a) {
        boolean loopback = Arrays.equals(a, HexFormat.of().parseHex("00000000000000000000000000000001"));
        if (!loopback && embedsV4(a)) {
            return refused(Arrays.copyOfRange(a, 12, 16));
        }
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        if (first == 0x20 && second == 0x02) {
            // 6to4: the version 4 address follows the prefix.
            return refused(Arrays.copyOfRange(a, 2, 6));
        }
        boolean linkLocal = first == 0xfe && (second & 0xc0) == 0x80;
        boolean siteLocal = first == 0xfe && (second & 0xc0) == 0xc0;
        boolean tunnel = first == 0x20 && second == 0x01 && a[2] == 0 && a[3] == 0 || first == 0 && second == 0x64;
        boolean never = first == 0xff || linkLocal || tunnel;
        return never || !allowPrivate && (loopback || siteLocal || (first & 0xfe) == 0xfc);
    }

    /** Mapped, compatible, translated and NAT64 forms reach the version 4 address in their last four bytes. */
    private static boolean embedsV4(byte[] a) {
        byte[] prefix = Arrays.copyOf(a, 12);
        byte[] mapped = new byte[12];
        mapped[10] = mapped[11] = (byte) 0xff;
        byte[] translated = new byte[12];
        translated[8] = translated[9] = (byte) 0xff;
        return Stream.of(NAT64, new byte[12], mapped, translated).anyMatch(form -> Arrays.equals(prefix, form));
    }
}
