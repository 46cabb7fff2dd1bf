package org.dohyo.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

import org.dohyo.provider.stream.StreamFailure;
import org.dohyo.support.ArenaAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254/", "http://169.254.0.1/", "http://[::ffff:169.254.169.254]/",
            "http://[::a9fe:a9fe]/", "http://[64:ff9b::a9fe:a9fe]/", "http://2852039166/",
            "http://[fe80::1]/", "http://[fd00:ec2::254]/", "http://100.100.100.200/",
            "http://0.0.0.0/", "http://[::]/", "http://224.0.0.1/", "http://255.255.255.255/", "http://[ff02::1]/",
            "http://[::ffff:0:169.254.169.254]/", "http://[2002:a9fe:a9fe::1]/", "http://168.63.129.16/",
            "http://192.0.0.192/latest/", "http://[fd20:ce::254]/", "http://[::ffff:100.100.100.200]/",
            "http://[64:ff9b:1::a9fe:a9fe]/", "http://[2001:0:1::1]/", "http://169.254.170.2/v2/credentials",
            "http://169.254.169.254:80/latest/meta-data/", "https://169.254.169.254/", "http://[fe80::a9fe:a9fe]/",
            "http://0.1.2.3/", "http://239.255.255.250/", "http://240.0.0.1/", "http://user:word@127.0.0.1/",
            "http://user@example.org/", "gopher://127.0.0.1/", "jar:http://x!/", "data:text/plain,x", "//127.0.0.1/v1",
            "ftp://127.0.0.1/", "file:///etc/hosts", "http:///v1", "v1" })
    void guardAlwaysRefuses(String url) {
        assertThat(new AddressGuard(true).refusal(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:8080/", "http://10.1.2.3/", "http://172.16.0.1/", "http://172.31.255.1/",
            "http://192.168.1.1/", "http://127.255.255.254/", "http://192.0.0.8/", "http://198.18.0.1/",
            "http://198.19.255.1/", "http://[fec0::1]/", "http://[fc00::1]/", "http://[2002:0a01:0203::1]/",
            "http://100.64.0.1/", "http://[::1]/", "http://[fd12::1]/",
            "http://[::ffff:10.1.2.3]/", "http://[64:ff9b::a01:203]/" })
    void guardRefusesPrivateOnesIfToldTo(String url) {
        assertThat(new AddressGuard(true).refusal(URI.create(url))).isEmpty();
        assertThat(new AddressGuard(false).refusal(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://192.0.2.1/v1", "http://172.32.0.1/", "http://172.15.0.1/",
            "http://198.20.0.1/", "http://192.0.1.1/", "http://169.253.0.1/", "http://11.0.0.1/", "http://100.63.0.1/",
            "http://[2002:0808:0808::1]/", "http://[::ffff:8.8.8.8]/", "http://100.128.0.1/", "http://[2001:db8::1]/" })
    void guardLetsPublicOnesThrough(String url) {
        assertThat(new AddressGuard(false).refusal(URI.create(url))).isEmpty();
    }

    /** Whether such a spelling is an address or no name at all is the platform's to say: no connection either way. */
    @ParameterizedTest
    @ValueSource(strings = { "0xa9fea9fe", "0251.0376.0251.0376", "2852039166", "169.254.43518" })
    void guardGivesNoWayToOddSpellings(String host) {
        assertThatThrownBy(() -> new AddressGuard(true).resolve(host))
                .isInstanceOfAny(StreamFailure.class, UnknownHostException.class);
    }

    @Test
    void guardSeesMappedBytes() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getByName("169.254.169.254").getAddress(), 0, mapped, 12, 4);

        assertThat(new AddressGuard(true).refused(mapped)).isTrue();
    }

    @Test
    void privateOnesNeedALoopbackHostOrTheSetting() {
        URI url = URI.create("http://10.1.2.3/");
        assertThat(new AddressGuard(Optional.empty(), new ArenaAddress("127.0.0.1", 8080)).refusal(url)).isEmpty();
        assertThat(new AddressGuard(Optional.empty(), new ArenaAddress("localhost", 8080)).refusal(url)).isEmpty();
        assertThat(new AddressGuard(Optional.empty(), new ArenaAddress("0.0.0.0", 8080)).refusal(url)).isPresent();
        assertThat(new AddressGuard(Optional.of(true), new ArenaAddress("0.0.0.0", 8080)).refusal(url)).isEmpty();
        assertThat(new AddressGuard(Optional.of(false), new ArenaAddress("127.0.0.1", 8080)).refusal(url)).isPresent();
    }

    @Test
    void oneRefusedAddressOfANameIsEnough() {
        AddressGuard guard = new AddressGuard(true,
                host -> new InetAddress[] { address(192, 0, 2, 1), address(169, 254, 169, 254) });

        assertThat(guard.refusal(URI.create("http://two.example/"))).isPresent();
    }

    public static InetAddress address(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        try {
            return InetAddress.getByAddress(raw);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
