package org.dohyo.project.judge;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A judge's run and what it says.
 *
 * @param run null if no judge has been asked
 * @param pending true if newer figures are being computed
 * @param report null without a judge, and while the first one is computed
 */
public record JudgeView(Run run, boolean pending, JudgeReport report) {

    /**
     * @param model its slug
     * @param state running, finished or cancelled
     * @param calls both orders of each item
     * @param read calls with a verdict; {@code unreadable} ones were answered without
     */
    public record Run(long id, String model, String name, String state, String startedBy, Instant startedAt,
            Instant endedAt,
            long calls, long read, long unreadable, long failed, long promptTokens, long completionTokens,
            String template) {

        /** In whole percent, rounded down. */
        @JsonProperty
        public long percent() {
            return calls == 0 ? 100 : 100 * (read + unreadable + failed) / calls;
        }
    }
}
