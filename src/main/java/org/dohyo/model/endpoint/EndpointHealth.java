package org.dohyo.model.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.provider.CallObserver;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.ProviderError.Kind;
import org.hibernate.Session;

/**
 * Keeps what came of calls, and the circuit of each endpoint: after {@value #FAILURES} failures in a row, or at once
 * where the provider says when to come back, the model is not drawn any more, for all replicas, until a test call
 * succeeds. Tests begin after 30 s and double their distance up to 15 min.
 */
@ApplicationScoped
public class EndpointHealth implements CallObserver {

    private static final int FAILURES = 3;
    private static final int MOST_DETAIL = 1000;
    private static final Duration KEPT = Duration.ofDays(7);
    /**
     * These say something about the conversation, not about the endpoint: a voter can bring each of them about with a
     * prompt, and would take models from everybody.
     */
    private static final Set<Kind> OF_THE_CALL = EnumSet.of(Kind.CONTEXT_TOO_LONG, Kind.BAD_REQUEST,
            Kind.EMPTY, Kind.TIMEOUT_TOTAL);

    private final Queue<Call> ended = new ConcurrentLinkedQueue<>();
    private final Session entities;
    private final Clock clock;

    EndpointHealth(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void ended(Call call) {
        ended.add(call);
    }

    /** Writes what has ended since the last time. */
    @Transactional
    public void flush() {
        for (Call call = ended.poll(); call != null; call = ended.poll()) {
            count(call);
            if (call.tokens() > 0) {
                spend(call);
            }
            if (call.error() != null && !OF_THE_CALL.contains(call.error().kind())) {
                trip(call.account(), call.error());
            } else if (!call.cancelled() && call.error() == null) {
                close(call.account());
            }
        }
    }

    private void count(Call call) {
        boolean failed = call.error() != null;
        boolean answered = !failed && !call.cancelled();
        entities.createNativeMutationQuery("""
                insert into endpoint_minute (model_id, minute, answered, failed, cancelled, first_millis, total_millis)
                values (:model, :minute, :answered, :failed, :cancelled, :first, :total)
                on conflict (model_id, minute) do update set answered = endpoint_minute.answered + excluded.answered,
                    failed = endpoint_minute.failed + excluded.failed,
                    cancelled = endpoint_minute.cancelled + excluded.cancelled,
                    first_millis = endpoint_minute.first_millis + excluded.first_millis,
                    total_millis = endpoint_minute.total_millis + excluded.total_millis""")
                .setParameter("model", call.account()).setParameter("minute", now().truncatedTo(ChronoUnit.MINUTES))
                .setParameter("answered", answered ? 1 : 0).setParameter("failed", failed ? 1 : 0)
                .setParameter("cancelled", call.cancelled() ? 1 : 0)
                .setParameter("first", answered && call.firstMillis() != null ? call.firstMillis() : 0L)
                .setParameter("total", answered ? call.totalMillis() : 0L).executeUpdate();
    }

    private void spend(Call call) {
        entities.createNativeMutationQuery("""
                insert into endpoint_month (model_id, month, tokens) values (:model, :month, :tokens)
                on conflict (model_id, month) do update set tokens = endpoint_month.tokens + excluded.tokens""")
                .setParameter("model", call.account()).setParameter("month", now().toLocalDate().withDayOfMonth(1))
                .setParameter("tokens", call.tokens()).executeUpdate();
    }

    private void trip(long model, ProviderError error) {
        Integer wait = error.retryAfterSeconds();
        String detail = String.valueOf(error.detail()).replace("\0", "");
        entities.createNativeMutationQuery(
                """
                        insert into endpoint_circuit as c (model_id, failures, opened, try_at, last_kind, last_detail, failed_at)
                        values (:model, 1, case when :wait >= 0 then 1 else 0 end,
                            case when :wait >= 0 then cast(:now as timestamptz) + :wait * interval '1 second' end,
                            :kind, :detail, :now)
                        on conflict (model_id) do update set failures = c.failures + 1, last_kind = excluded.last_kind,
                            last_detail = excluded.last_detail, failed_at = excluded.failed_at,
                            opened = case when c.try_at is null and (:wait >= 0 or c.failures + 1 >= :most)
                                then c.opened + 1 else c.opened end,
                            try_at = case when c.try_at is null and (:wait >= 0 or c.failures + 1 >= :most)
                                then cast(:now as timestamptz) + greatest(:wait, 30) * interval '1 second' else c.try_at end""")
                .setParameter("model", model).setParameter("wait", wait == null ? -1 : Math.min(wait, 86_400))
                .setParameter("now", now()).setParameter("most", FAILURES).setParameter("kind", error.kind().name())
                .setParameter("detail", detail.substring(0, Math.min(detail.length(), MOST_DETAIL))).executeUpdate();
    }

    private void close(long model) {
        entities.createNativeMutationQuery("delete from endpoint_circuit where model_id = :model")
                .setParameter("model", model)
                .executeUpdate();
    }

    /** Takes the endpoints whose test is due, so that no other replica takes them; the next test is later. */
    @Transactional
    public List<Long> due() {
        return entities.createNativeQuery(
                """
                        update endpoint_circuit set opened = opened + 1,
                            try_at = cast(:now as timestamptz) + least(900, 30 * power(2, least(opened, 10))) * interval '1 second'
                        where model_id in (select c.model_id from endpoint_circuit c join model m on m.id = c.model_id
                            where m.enabled and c.try_at <= :now order by c.model_id for update of c skip locked)
                        returning model_id""",
                Long.class).setParameter("now", now()).getResultList();
    }

    @Transactional
    public void forgetOld() {
        entities.createNativeMutationQuery("delete from endpoint_minute where minute < :old")
                .setParameter("old", now().minus(KEPT)).executeUpdate();
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
