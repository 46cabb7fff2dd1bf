package org.dohyo.vote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.VotesToday;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Counts today's votes by the index on their time, at most once every ten seconds, however many pages are shown. */
@ApplicationScoped
public class CastToday implements VotesToday {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(CastToday.class);

    private final Vote.Repository votes;
    private final Clock clock;
    private OptionalLong count = OptionalLong.empty();
    private Instant until = Instant.MIN;

    CastToday(Vote.Repository votes, Clock clock) {
        this.votes = votes;
        this.clock = clock;
    }

    @Override
    public synchronized OptionalLong count() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            until = now.plus(FRESH);
            count = counted(now);
        }
        return count;
    }

    private OptionalLong counted(Instant now) {
        ZoneId here = ZoneId.systemDefault();
        LocalDate today = LocalDate.ofInstant(now, here);
        try {
            return OptionalLong.of(QuarkusTransaction.joiningExisting()
                    .call(() -> votes.count("castAt >= ?1 and castAt < ?2 and withdrawnAt is null",
                            today.atStartOfDay(here).toInstant(), today.plusDays(1).atStartOfDay(here).toInstant())));
        } catch (RuntimeException e) {
            // A minor figure must not make the page fail.
            LOG.warnf("Today's votes can't be counted now: %s", e.getMessage());
            return OptionalLong.empty();
        }
    }
}
