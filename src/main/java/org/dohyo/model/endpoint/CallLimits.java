package org.dohyo.model.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.model.Model;
import org.dohyo.support.Problem;
import org.hibernate.Session;

/**
 * Enforces a model's limits over all replicas: the counters are rows. A request is counted when it starts. Tokens are
 * known only at the end, so answers in progress when the month's budget is reached may exceed it.
 */
@ApplicationScoped
public class CallLimits {

    private final Session entities;
    private final Clock clock;

    CallLimits(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Models that may not be called now, because a limit is reached or their endpoint's circuit is open. */
    public Set<Long> unavailable() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return new HashSet<>(entities.createNativeQuery("""
                select m.id from model m
                left join endpoint_circuit c on c.model_id = m.id
                left join endpoint_minute n on n.model_id = m.id and n.minute = :minute
                left join endpoint_month b on b.model_id = m.id and b.month = cast(:month as date)
                where m.enabled and (c.try_at is not null or n.started >= m.requests_per_minute
                    or b.requests >= m.monthly_requests or b.tokens >= m.monthly_tokens)""", Long.class)
                .setParameter("minute", now.truncatedTo(ChronoUnit.MINUTES))
                .setParameter("month", now.toLocalDate().withDayOfMonth(1)).getResultList());
    }

    /** Counts one call in the caller's transaction. A model without limits costs nothing here. */
    void take(Model model) {
        Instant now = clock.instant();
        if (model.requestsPerMinute != null && takeMinute(model, now) == 0) {
            Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
            throw busy(Duration.between(now, next));
        }
        if ((model.monthlyRequests != null || model.monthlyTokens != null) && takeMonth(model, now) == 0) {
            OffsetDateTime month = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            throw busy(Duration.between(now, month.plusMonths(1).toInstant()));
        }
    }

    /** Doesn't name the model, because the battle may be blind. */
    private static RuntimeException busy(Duration wait) {
        return Problem.later(Status.SERVICE_UNAVAILABLE, "model-busy", "A model of this battle can't be asked for now.",
                wait);
    }

    private int takeMinute(Model model, Instant now) {
        return entities.createNativeMutationQuery("""
                insert into endpoint_minute (model_id, minute, started) values (:model, :minute, 1)
                on conflict (model_id, minute) do update set started = endpoint_minute.started + 1
                where endpoint_minute.started < :most""")
                .setParameter("model", model.id).setParameter("most", model.requestsPerMinute)
                .setParameter("minute", now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES)).executeUpdate();
    }

    private int takeMonth(Model model, Instant now) {
        return entities.createNativeMutationQuery("""
                insert into endpoint_month (model_id, month, requests) values (:model, :month, 1)
                on conflict (model_id, month) do update set requests = endpoint_month.requests + 1
                where endpoint_month.requests < :requests and endpoint_month.tokens < :tokens""")
                .setParameter("model", model.id)
                .setParameter("month", now.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1))
                .setParameter("requests", model.monthlyRequests == null ? Long.MAX_VALUE : model.monthlyRequests)
                .setParameter("tokens", model.monthlyTokens == null ? Long.MAX_VALUE : model.monthlyTokens)
                .executeUpdate();
    }
}
