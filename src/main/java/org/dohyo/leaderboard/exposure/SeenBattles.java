package org.dohyo.leaderboard.exposure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.BattleConfig;
import org.hibernate.Session;

/**
 * Counts the blind battles of each model that were over by the time at which an unfinished one is abandoned: whoever is
 * in a battle can't read from the counts whom it is with. Each hour is read once.
 */
@ApplicationScoped
class SeenBattles {

    private static final Duration MARGIN = Duration.ofHours(1);
    private static final String ADDED = """
            select model_a as a, model_b as b, count(*) as battles from battle_summary
            where created_at >= :from and created_at < :until and origin = 'ARENA' and blind
                and state in ('VOTED', 'WITHDRAWN', 'ABANDONED')
            group by 1, 2""";

    private final Session session;
    private final Duration open;
    private final Clock clock;
    private final Map<Long, Long> counted = new HashMap<>();
    private Instant until = Instant.EPOCH;

    SeenBattles(Session session, BattleConfig config, Clock clock) {
        this.session = session;
        this.open = config.abandonedAfter();
        this.clock = clock;
    }

    /** The battles between two models. */
    record Added(Long a, Long b, Long battles) {
    }

    /** @param battles by model id */
    record Counts(Instant until, Map<Long, Long> battles) {
    }

    @Transactional
    synchronized Counts read() {
        Instant end = clock.instant().minus(open).minus(MARGIN).truncatedTo(ChronoUnit.HOURS);
        if (end.isAfter(until)) {
            List<Added> added = session.createNativeQuery(ADDED, Added.class).setParameter("from", until)
                    .setParameter("until", end).getResultList();
            added.forEach(pair -> {
                counted.merge(pair.a(), pair.battles(), Long::sum);
                counted.merge(pair.b(), pair.battles(), Long::sum);
            });
            until = end;
        }
        return new Counts(until, Map.copyOf(counted));
    }
}
