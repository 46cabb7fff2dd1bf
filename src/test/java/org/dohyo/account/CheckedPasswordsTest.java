package org.dohyo.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.elytron.security.common.BcryptUtil;

class CheckedPasswordsTest {

    private final CheckedPasswords passwords = new CheckedPasswords();

    @Test
    void rememberedPassword_opensNothingElse() {
        String hash = BcryptUtil.bcryptHash("correct horse");
        String other = BcryptUtil.bcryptHash("battery staple");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct horse", other)).isFalse();
        assertThat(passwords.matches("battery staple", hash)).isFalse();
        assertThat(passwords.matches("battery staple", hash)).isFalse();
    }
}
