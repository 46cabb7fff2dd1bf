package org.dohyo.account;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;

/** The account that makes the current request. */
@ApplicationScoped
public class SignedIn {

    private final SecurityIdentity identity;

    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The account's name, as the audit trail keeps it; to be called on behalf of an account only. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** True if the account has the rights of that role; false for a stranger. */
    public boolean may(Role role) {
        return identity.hasRole(role.label());
    }
}
