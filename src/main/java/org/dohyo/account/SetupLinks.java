package org.dohyo.account;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Issues the one-time token that sets the first admin's password. */
@ApplicationScoped
public class SetupLinks {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SetupLink.Repository links;
    private final Clock clock;

    SetupLinks(SetupLink.Repository links, Clock clock) {
        this.links = links;
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
}
