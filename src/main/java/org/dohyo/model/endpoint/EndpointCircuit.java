package org.dohyo.model.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;

import org.dohyo.provider.ProviderError;
import org.hibernate.cfg.AvailableSettings;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * The circuit of an endpoint that failed since its last success. It opens after {@value #MOST_FAILURES} failures in a
 * row, or at once where the provider names a time to wait. While it is open, tests begin after {@value #FIRST_SECONDS}
 * s and double their distance up to {@value #LONGEST_SECONDS} s.
 */
@Entity
@NamedQuery(name = "EndpointCircuit.fail", query = """
        insert into EndpointCircuit (modelId, failures, opened, tryAt, lastKind, lastDetail, failedAt)
        values (:model, 1, :opened, :firstTest, :kind, :detail, :now)
        on conflict (modelId) do update set failures = failures + 1, lastKind = excluded.lastKind,
            lastDetail = excluded.lastDetail, failedAt = excluded.failedAt,
            opened = case when tryAt is null and (excluded.opened = 1 or failures + 1 >= :most)
                then opened + 1 else opened end,
            tryAt = case when tryAt is null and (excluded.opened = 1 or failures + 1 >= :most)
                then :test else tryAt end""")
@NamedQuery(name = "EndpointCircuit.unavailable", query = """
        select m.id from Model m
        left join EndpointCircuit c on c.modelId = m.id
        left join EndpointMinute n on n.modelId = m.id and n.minute = :minute
        left join EndpointMonth b on b.modelId = m.id and b.month = :month
        where m.enabled and (c.tryAt is not null or n.started >= m.requestsPerMinute
            or b.requests >= m.monthlyRequests or b.tokens >= m.monthlyTokens)""")
class EndpointCircuit {

    private static final int MOST_FAILURES = 3;
    private static final int FIRST_SECONDS = 30;
    private static final int LONGEST_SECONDS = 900;
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_DETAIL = 1000;
    private static final int ONE_DAY = 86_400;
    private static final int SKIP_LOCKED = -2;

    @Id
    Long modelId;

    /** In a row. */
    int failures;

    /** How often a test has failed or is due, since the circuit opened. */
    int opened;

    /** When the endpoint is tested; null while the circuit is closed. */
    Instant tryAt;

    String lastKind;

    String lastDetail;

    Instant failedAt;

    /** Moves the next test on, in case this one fails. */
    private void postpone(Instant now) {
        long seconds = Math.min(LONGEST_SECONDS, (long) FIRST_SECONDS << Math.min(opened, MOST_DOUBLINGS));
        opened++;
        tryAt = now.plusSeconds(seconds);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<EndpointCircuit, Long> {

        /** Counts a failure, which may open the circuit. */
        void fail(long model, ProviderError error, Instant now) {
            Integer wait = error.retryAfterSeconds();
            Duration named = wait == null ? Duration.ZERO : Duration.ofSeconds(Math.min(wait, ONE_DAY));
            Instant test = now.plusSeconds(Math.max(named.toSeconds(), FIRST_SECONDS));
            String detail = String.valueOf(error.detail()).replace("\0", "");
            getEntityManager().createNamedQuery("EndpointCircuit.fail").setParameter("model", model)
                    .setParameter("opened", wait == null ? 0 : 1)
                    .setParameter("firstTest", wait == null ? null : now.plus(named))
                    .setParameter("kind", error.kind().name())
                    .setParameter("detail", detail.substring(0, Math.min(detail.length(), MOST_DETAIL)))
                    .setParameter("now", now).setParameter("most", MOST_FAILURES).setParameter("test", test)
                    .executeUpdate();
        }

        /**
         * The models whose test is due; each is locked and its next test moved on, so that no other replica takes it.
         */
        List<Long> takeDue(Instant now) {
            return find("""
                    tryAt <= ?1 and modelId in (select id from Model where enabled) order by modelId""", now)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint(AvailableSettings.JAKARTA_LOCK_TIMEOUT, SKIP_LOCKED).stream()
                    .peek(circuit -> circuit.postpone(now)).map(circuit -> circuit.modelId).toList();
        }

        /** The models that may not be called now: with an open circuit, or at a limit of that minute or month. */
        List<Long> unavailable(Instant minute, LocalDate month) {
            return find("#EndpointCircuit.unavailable", Map.of("minute", minute, "month", month)).project(Long.class)
                    .list();
        }
    }
}
