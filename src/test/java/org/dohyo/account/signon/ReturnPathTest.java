package org.dohyo.account.signon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/desk/votes?before=1", "/me", "/battle/%E5%9C%9F" })
    void pageOfTheArena_isKept(String wanted) {
        assertThat(ReturnPath.of(wanted).path()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example",
            "\\\\evil.example", "javascript:alert(1)", "desk", "/a\nb", "/a\r\nSet-Cookie: x=y", "/%zz", "/ x",
            "/%2F/evil.example/..", "/\t/evil.example" })
    void anythingElse_leadsToTheDesk(String wanted) {
        assertThat(ReturnPath.of(wanted).path()).isIn("/desk");
    }
}
