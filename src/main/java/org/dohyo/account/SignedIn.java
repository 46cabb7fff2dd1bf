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

    /** The account's name, as the audit trail keeps it; may be called only if the request is authenticated. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** True if the account has the rights of that role; false if the request isn't authenticated. */
    public boolean may(Role role) {
        return identity.hasRole(role.label());
    }
}
