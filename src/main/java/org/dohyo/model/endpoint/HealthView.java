package org.dohyo.model.endpoint;

import java.time.Instant;

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

    /** The row that a view is made of; the times are sums over the good answers. */
    record Figures(Long model, long answered, long failed, long cancelled, long firstMillis, long totalMillis,
            Instant tryAt, String lastKind, String lastDetail, Instant failedAt, long monthRequests, long monthTokens) {

        private Double successRate() {
            return answered + failed == 0 ? null : (Double) ((double) answered / (answered + failed));
        }

        private Long mean(long sum) {
            return answered == 0 ? null : (Long) (sum / answered);
        }
    }

    static HealthView of(Figures row) {
        return new HealthView(row.answered, row.failed, row.cancelled, row.successRate(), row.mean(row.firstMillis),
                row.mean(row.totalMillis), row.tryAt, row.lastKind, row.lastDetail, row.failedAt, row.monthRequests,
                row.monthTokens);
    }

    /** In percent, for a page; null without an answer or a failure. */
    public Long successPercent() {
        return successRate == null ? null : (Long) Math.round(100 * successRate);
    }
}
