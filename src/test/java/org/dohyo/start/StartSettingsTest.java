package org.dohyo.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.support.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = { "abc", "80 80", "-1", "65536", "1e3" })
    void port_thatIsNoPort_isRefusedInOneSentence(String value) {
        assertThatThrownBy(() -> StartSettings.port(value)).isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("QUARKUS_HTTP_PORT must be a number").hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "8080", " 8080 ", "65535" })
    void port_isRead(String value) {
        assertThat(StartSettings.port(value)).isEqualTo(Integer.parseInt(value.strip()));
    }

    @ParameterizedTest
    @CsvSource({ "DOHYO_OIDC_ISSUER must be the address, dohyo.oidc.issuer=sso.example",
            "DOHYO_OIDC_ISSUER must be the address, dohyo.oidc.issuer=ftp://sso.example",
            "DOHYO_OIDC_CLIENT_ID must be set, dohyo.oidc.issuer=https://sso.example",
            "DOHYO_OIDC_CLIENT_SECRET must be set, dohyo.oidc.issuer=https://sso.example dohyo.oidc.client-id=d",
            "DOHYO_SESSION_LOCAL=false leaves no way, dohyo.session.local=false" })
    void signOn_thatCannotWork_isRefusedInOneSentence(String sentence, String settings) {
        Map<String, String> given = Stream.of(settings.split(" ")).map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        given.forEach(System::setProperty);
        try {
            assertThatThrownBy(StartSettings::read).isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith(sentence).hasMessageEndingWith(".").message().hasLineCount(1);
        } finally {
            given.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void settings_areReadFromTheApplication() {
        assertThat(StartSettings.read().host()).isNotBlank();
    }
}
