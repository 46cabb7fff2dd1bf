package org.dohyo.account;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.dohyo.web.Refusal;

/** The rule for passwords of accounts, whichever way they are set. */
public final class PasswordPolicy {

    /** Bcrypt ignores what lies beyond. */
    private static final int MAX_BYTES = 72;
    private static final int MIN_CHARACTERS = 12;

    private PasswordPolicy() {
    }

    /** The reason why that can't be a password, for the operator's setting; empty if it can. */
    public static Optional<String> complaint(String password) {
        if (isShort(password)) {
            return Optional.of("must have at least " + MIN_CHARACTERS + " characters, none of them the null character");
        }
        return isLong(password) ? Optional.of("must fit into " + MAX_BYTES + " bytes") : Optional.empty();
    }

    /** Refuses what can't be a password, as the field {@code password}. */
    static void check(String password) {
        if (isShort(password)) {
            throw Refusal.field(AccountMessages.class, "password", words -> words.shortPassword(MIN_CHARACTERS));
        }
        if (isLong(password)) {
            throw Refusal.field(AccountMessages.class, "password", words -> words.longPassword(MAX_BYTES));
        }
    }

    private static boolean isShort(String password) {
        return password == null || password.length() < MIN_CHARACTERS || password.indexOf('\0') >= 0;
    }

    private static boolean isLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
