package org.dohyo.model.endpoint;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;

import org.dohyo.provider.CallObserver.Call;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The calls to a model's endpoint in one minute: those that started, and how those that ended did. */
@Entity
@IdClass(EndpointMinute.Key.class)
@NamedQuery(name = "EndpointMinute.start", query = """
        insert into EndpointMinute (modelId, minute, started, answered, failed, cancelled, firstMillis, totalMillis)
        values (:model, :minute, 1, 0, 0, 0, 0, 0)
        on conflict (modelId, minute) do update set started = started + 1 where started < :most""")
@NamedQuery(name = "EndpointMinute.end", query = """
        insert into EndpointMinute (modelId, minute, started, answered, failed, cancelled, firstMillis, totalMillis)
        values (:model, :minute, 0, :answered, :failed, :cancelled, :first, :total)
        on conflict (modelId, minute) do update set answered = answered + excluded.answered,
            failed = failed + excluded.failed, cancelled = cancelled + excluded.cancelled,
            firstMillis = firstMillis + excluded.firstMillis, totalMillis = totalMillis + excluded.totalMillis""")
@NamedQuery(name = "EndpointMinute.health", query = """
        select m.id, coalesce(sum(n.answered), 0L), coalesce(sum(n.failed), 0L), coalesce(sum(n.cancelled), 0L),
            coalesce(sum(n.firstMillis), 0L), coalesce(sum(n.totalMillis), 0L), c.tryAt, c.lastKind, c.lastDetail,
            c.failedAt, coalesce(b.requests, 0L), coalesce(b.tokens, 0L)
        from Model m
        left join EndpointMinute n on n.modelId = m.id and n.minute > :since
        left join EndpointCircuit c on c.modelId = m.id
        left join EndpointMonth b on b.modelId = m.id and b.month = :month
        group by m.id, c.tryAt, c.lastKind, c.lastDetail, c.failedAt, b.requests, b.tokens""")
class EndpointMinute {

    record Key(Long modelId, Instant minute) implements Serializable {
    }

    @Id
    Long modelId;

    /** When it begins. */
    @Id
    Instant minute;

    /** Counted for models with a limit per minute only. */
    int started;

    int answered;

    int failed;

    int cancelled;

    /** The sum of the times to the first token of good answers. */
    long firstMillis;

    /** The sum of the times of good answers. */
    long totalMillis;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<EndpointMinute, Key> {

        /** Counts a call that starts; returns false, and counts nothing, if the minute has as many already. */
        boolean start(long model, Instant minute, int most) {
            return update("#EndpointMinute.start", Map.of("model", model, "minute", minute, "most", most)) == 1;
        }

        /** Counts a call that ended. */
        void end(Call call, Instant minute) {
            boolean failed = call.error() != null;
            boolean answered = !failed && !call.cancelled();
            update("#EndpointMinute.end", Map.of("model", call.model(), "minute", minute, "answered",
                    answered ? 1 : 0, "failed", failed ? 1 : 0, "cancelled", call.cancelled() ? 1 : 0, "first",
                    answered && call.firstMillis() != null ? call.firstMillis() : 0L, "total",
                    answered ? call.totalMillis() : 0L));
        }

        /** Each model's calls since that time, its circuit, and what it used of that month's budget. */
        List<HealthView.Figures> health(Instant since, LocalDate month) {
            return find("#EndpointMinute.health", Map.of("since", since, "month", month))
                    .project(HealthView.Figures.class).list();
        }

        void deleteBefore(Instant time) {
            delete("minute < ?1", time);
        }
    }
}
