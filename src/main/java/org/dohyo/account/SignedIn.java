package org.dohyo.account;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** The account that makes the current request. */
@ApplicationScoped
public class SignedIn {

    /** The right of a person to vote where only signed-in people may. */
    static final String VOTER = "voter";
    /** The attribute that recognises the person among the voters. */
    static final String PERSON = "dohyo.person";
    /** The attribute that names the person's groups at the identity provider. */
    static final String GROUPS = "dohyo.groups";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    SignedIn(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
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

    /** True for a person whose session the identity provider has to confirm again, and who is a stranger until then. */
    public boolean needsRenewal() {
        return AccessRules.needsRenewal(request.getCurrent());
    }

    /** True if the identity provider has said that the person is in that group. */
    public boolean isIn(String group) {
        Set<String> groups = identity.getAttribute(GROUPS);
        return groups != null && groups.contains(group);
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
