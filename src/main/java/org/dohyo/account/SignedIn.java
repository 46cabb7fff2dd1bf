package org.dohyo.account;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;

/** The account that makes the current request. */
@ApplicationScoped
public class SignedIn {

    /** The right of a person to vote where only signed-in people may. */
    static final String VOTER = "voter";
    /** The attribute that recognises the person among the voters. */
    static final String PERSON = "dohyo.person";

    private final SecurityIdentity identity;

    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The account's name, as the audit trail keeps it; may be called only if the request is authenticated. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** True if the account has the rights of that role; false if the request isn't authenticated. */
    public boolean may(Role role) {
        return identity.hasRole(role.label());
    }

    /** Recognises the person among the voters; empty if the request isn't authenticated as a person's. */
    public Optional<byte[]> person() {
        return Optional.ofNullable(identity.getAttribute(PERSON));
    }

    /** True for a person who may vote where only signed-in people may. */
    public boolean mayVote() {
        return mayVote(identity);
    }

    /** As {@link #mayVote()}, for a caller outside the REST layer. */
    public static boolean mayVote(SecurityIdentity caller) {
        return caller.hasRole(VOTER);
    }
}
