package org.dohyo.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dohyo.support.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void settings_areReadFromTheApplication() {
        assertThat(StartSettings.read().host()).isNotBlank();
    }
}
