package org.dohyo.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do at the desk; each role may do what those before it may. */
public enum Role {

    /** Looks at everything but users and the audit trail. */
    READER,
    /** Leaves votes out and puts them back, erases texts and bans voters, too. */
    MODERATOR,
    /** Everything. */
    ADMIN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
    }

    /** The labels of this role and of those whose rights it has as well. */
    Set<String> rights() {
        return Arrays.stream(values()).filter(role -> role.ordinal() <= ordinal()).map(Role::label)
                .collect(Collectors.toUnmodifiableSet());
    }
}
