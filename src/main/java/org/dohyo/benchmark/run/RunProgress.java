package org.dohyo.benchmark.run;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The progress of a run.
 *
 * @param total all calls of the run
 * @param done calls whose answers are stored
 * @param failed calls that failed permanently
 * @param running calls in progress
 * @param promptTokens of the stored answers, as the endpoints counted them; so are {@code completionTokens}
 * @param estimatedEnd extrapolated from the last two minutes; null if unknown
 * @param waitsUntil the time until which an endpoint of the run is not called, because it asked for a pause or fails;
 *        null if there is none
 */
public record RunProgress(RunState state, long total, long done, long failed, long running, long promptTokens,
        long completionTokens, Instant estimatedEnd, Instant waitsUntil) {

    /** Settled calls in whole percent, rounded down. */
    @JsonProperty
    public long percent() {
        return total == 0 ? 100 : 100 * (done + failed) / total;
    }
}
