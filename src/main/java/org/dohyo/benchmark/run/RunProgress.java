package org.dohyo.benchmark.run;

import java.time.Instant;

/**
 * How far a run is.
 *
 * @param total calls to be made in all
 * @param done calls whose answers are stored
 * @param failed calls that failed for good
 * @param running calls on their way
 * @param promptTokens as endpoints counted them, of the answers that are stored; so are {@code completionTokens}
 * @param estimatedEnd by the pace of the last two minutes; null where nothing can be told
 * @param waitsUntil until when nothing is asked of an endpoint of the run, since it asked for that or fails; null where none is
 */
public record RunProgress(String state, long total, long done, long failed, long running, long promptTokens,
        long completionTokens, Instant estimatedEnd, Instant waitsUntil) {

    /** Share of the calls that are through, in whole percent; 100 only where all are. */
    public long percent() {
        return total == 0 ? 100 : 100 * (done + failed) / total;
    }
}
