package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({ "192.0.2.77, c00002", "192.0.2.200, c00002", "192.0.3.77, c00003", "255.255.255.255, ffffff",
            "2001:db8:1:2::1, 20010db80001", "2001:db8:1:ffff::9, 20010db80001", "2001:db8:2::1, 20010db80002",
            "::1, 000000000000", "fe80::1%1, fe8000000000" })
    void network_isTheFirst24BitsOfIpv4_andThe48OfIpv6(String address, String network) {
        assertThat(Networks.of(address)).isEqualTo(network);
    }

    @Test
    void ipv4WithinIpv6_isItsIpv4Network() {
        assertThat(Networks.of("::ffff:192.0.2.5")).isEqualTo(Networks.of("192.0.2.77"));
    }

    @Test
    void whatIsNoAddress_isANetworkOfItsOwn() {
        assertThat(Networks.of("[::1")).isEqualTo("[::1");
    }
}
