package org.dohyo.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.model.admin.ModelAdmin;
import org.dohyo.model.endpoint.HealthView;
import org.dohyo.moderation.FlaggedConversations;
import org.hibernate.Session;

/** What an admin sees first: is it used, does it work, is anything behind. */
@ApplicationScoped
class Overview {

    private final Session database;
    private final ModelAdmin models;
    private final FlaggedConversations conversations;
    private final Clock clock;

    Overview(Session database, ModelAdmin models, FlaggedConversations conversations, Clock clock) {
        this.database = database;
        this.models = models;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * @param battles begun within 24 hours
     * @param votes cast within 24 hours and not withdrawn
     * @param streaming battles that stream now, of all replicas
     * @param lagSeconds how long the oldest vote has waited to be logged; 0 where none waits
     * @param lastSnapshot when the newest board was published, or null
     * @param flagged conversations that wait for somebody to look at them
     * @param health the last hour of each endpoint that was called then or still fails, by slug
     */
    record Figures(long battles, long votes, long streaming, long lagSeconds, Instant lastSnapshot, long flagged,
            Map<String, HealthView> health) {
    }

    @Transactional
    Figures now() {
        Instant now = clock.instant();
        Object[] row = database.createNativeQuery("""
                select (select count(*) from battle where created_at > :since and origin = 'ARENA') as battles,
                    (select count(*) from vote where cast_at > :since and withdrawn_at is null) as votes,
                    (select min(at) from log_queue) as waiting, (select max(generated_at) from snapshot) as published,
                    (select count(*) from battle where state = 'STREAMING') as streaming""",
                Object[].class).addScalar("battles", Long.class).addScalar("votes", Long.class)
                .addScalar("waiting", Instant.class).addScalar("published", Instant.class).addScalar("streaming", Long.class)
                .setParameter("since", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC)).getSingleResult();
        long lag = row[2] == null ? 0 : Math.max(0, Duration.between((Instant) row[2], now).toSeconds());
        return new Figures((Long) row[0], (Long) row[1], (Long) row[4], lag, (Instant) row[3], conversations.open(), busy());
    }

    /** Imported boards have many models that were never called from here. */
    private Map<String, HealthView> busy() {
        Map<String, HealthView> health = new TreeMap<>(models.health());
        health.values().removeIf(view -> view.answered() + view.failed() + view.cancelled() == 0 && view.lastError() == null);
        return health;
    }
}
