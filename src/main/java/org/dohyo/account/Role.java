package org.dohyo.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The rights of an account at the desk; each role includes the rights of the roles before it. */
public enum Role {

    /** Reads everything except users and the audit trail. */
    READER(Name.READER),
    /** Also excludes and restores votes, erases texts and bans voters. */
    MODERATOR(Name.MODERATOR),
    /** Has all rights. */
    ADMIN(Name.ADMIN);

    /** The roles' names for {@code @RolesAllowed}: annotations accept only constants. */
    public static final class Name {

        public static final String READER = "reader";
        public static final String MODERATOR = "moderator";
        public static final String ADMIN = "admin";

        private Name() {
        }
    }

    @EnumeratedValue
    @JsonValue
    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The name in the interface, the database and {@code @RolesAllowed}. */
    public String label() {
        return label;
    }

    public static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }

    /** The labels of this role and of all roles whose rights it includes. */
    public Set<String> rights() {
        return Arrays.stream(values()).filter(role -> role.ordinal() <= ordinal()).map(Role::label)
                .collect(Collectors.toUnmodifiableSet());
    }
}
