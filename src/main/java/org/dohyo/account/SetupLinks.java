package org.dohyo.account;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Tokens;
import org.dohyo.web.Refusal;

/**
 * Issues and redeems the one-time token by which the admin sets the password, at the first start or after forgetting
 * it.
 */
@ApplicationScoped
public class SetupLinks {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SetupLink.Repository links;
    private final Accounts accounts;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    SetupLinks(SetupLink.Repository links, Accounts accounts, Users users, Audit audit, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns a new token, valid for one hour; any earlier one becomes invalid. */
    @Transactional
    String renew() {
        String token = Tokens.fresh();
        links.replace(Tokens.hash(token), clock.instant().plus(LIFETIME));
        return token;
    }

    /** Uses the token up; returns false if it is not the current one or has expired. */
    @Transactional
    boolean use(String token) {
        return links.remove(Tokens.hash(token), clock.instant());
    }

    /**
     * Uses the token up and sets the password of the account {@code admin}, which is created where it doesn't exist.
     *
     * @throws Refusal 403 if the token is invalid
     */
    @Transactional
    Account setPassword(String token, String password) {
        if (!use(token)) {
            throw Refusal.of(AccountMessages.class, Status.FORBIDDEN, "setup-link-invalid",
                    AccountMessages::setupLinkInvalid);
        }
        if (!accounts.create(Role.Name.ADMIN, password, Role.ADMIN)) {
            users.restoreAdmin(password);
        }
        audit.record(Role.Name.ADMIN, "setup", "account:admin", null, null);
        return accounts.verify(Role.Name.ADMIN, password).orElseThrow();
    }
}
