package org.dohyo.model.endpoint;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;

import org.hibernate.Session;

/**
 * The health of an endpoint within the last hour, and its use of this month's budget.
 *
 * @param successRate answered / (answered + failed), 0 … 1; null without either
 * @param firstMillis mean time to the first token of good answers; null without one
 * @param totalMillis mean time of good answers; null without one
 * @param triedAgainAt the next test of an endpoint that matchmaking skips; null while it is drawn
 * @param lastError the kind of the newest failure since the last success, or null
 */
public record HealthView(long answered, long failed, long cancelled, Double successRate, Long firstMillis,
        Long totalMillis,
        Instant triedAgainAt, String lastError, String lastDetail, Instant failedAt, long monthRequests,
        long monthTokens) {

    public static final HealthView NOTHING = new HealthView(0, 0, 0, null, null, null, null, null, null, null, 0, 0);

    public static Map<Long, HealthView> all(Session entities, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return entities
                .createNativeQuery(
                        """
                                select m.id, coalesce(n.answered, 0), coalesce(n.failed, 0), coalesce(n.cancelled, 0), n.first_millis,
                                    n.total_millis, c.try_at, c.last_kind, c.last_detail, c.failed_at, coalesce(b.requests, 0),
                                    coalesce(b.tokens, 0)
                                from model m
                                left join (select model_id, sum(answered) as answered, sum(failed) as failed, sum(cancelled) as cancelled,
                                        sum(first_millis) as first_millis, sum(total_millis) as total_millis
                                    from endpoint_minute where minute > :since group by model_id) n on n.model_id = m.id
                                left join endpoint_circuit c on c.model_id = m.id
                                left join endpoint_month b on b.model_id = m.id and b.month = :month""",
                        Object[].class)
                .setParameter("since", at.minusHours(1)).setParameter("month", at.toLocalDate().withDayOfMonth(1))
                .getResultStream().collect(Collectors.toMap(row -> number(row[0]), HealthView::of));
    }

    private static HealthView of(Object[] row) {
        long answered = number(row[1]);
        long failed = number(row[2]);
        return new HealthView(answered, failed, number(row[3]),
                answered + failed == 0 ? null : (Double) ((double) answered / (answered + failed)),
                mean(row[4], answered),
                mean(row[5], answered), instant(row[6]), (String) row[7], (String) row[8], instant(row[9]),
                number(row[10]), number(row[11]));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private static Long mean(Object sum, long count) {
        return count == 0 ? null : (Long) (number(sum) / count);
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    /** In percent, for a page; null without an answer or a failure. */
    public Long successPercent() {
        return successRate == null ? null : (Long) Math.round(100 * successRate);
    }
}
