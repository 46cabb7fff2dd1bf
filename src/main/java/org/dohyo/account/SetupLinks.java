package org.dohyo.account;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

/** Issues and redeems the one-time token by which the first admin sets the password. */
@ApplicationScoped
public class SetupLinks {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SetupLink.Repository links;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    SetupLinks(SetupLink.Repository links, Accounts accounts, Audit audit, Clock clock) {
        this.links = links;
        this.accounts = accounts;
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
     * Uses the token up and creates the admin's account.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if the token is invalid or an admin exists
     */
    @Transactional
    Account createAdmin(String token, String password) {
        if (!use(token) || !accounts.create(Role.Name.ADMIN, password, Role.ADMIN)) {
            throw Problem.of(Status.FORBIDDEN, "setup-link-invalid",
                    "The setup link was used or has run out. Restart the server to get a new one.");
        }
        audit.record(Role.Name.ADMIN, "setup", "account:admin", null, null);
        return accounts.verify(Role.Name.ADMIN, password).orElseThrow();
    }
}
