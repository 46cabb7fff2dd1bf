package org.dohyo.account;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rule for passwords of accounts, whichever way they are set. */
public final class PasswordPolicy {

    /** Bcrypt ignores what lies beyond. */
    private static final int MAX_BYTES = 72;
    private static final int MIN_CHARACTERS = 12;

    private PasswordPolicy() {
    }

    /** The reason why that can't be a password, to follow the word "password" in a sentence; empty if it can. */
    public static Optional<String> complaint(String password) {
        if (password == null || password.length() < MIN_CHARACTERS || password.indexOf('\0') >= 0) {
            return Optional.of("must have at least " + MIN_CHARACTERS + " characters, none of them the null character");
        }
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES ? Optional.of("must fit into 72 bytes")
                : Optional.empty();
    }
}
