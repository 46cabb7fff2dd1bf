package org.dohyo.benchmark.run;

import java.util.UUID;

/**
 * A call that this replica has claimed.
 *
 * @param revision of the callee
 * @param plain whether nothing but the question may be asked of the endpoint
 * @param attempts how often it was tried, this time included
 */
public record RunItem(long id, UUID run, String benchmark, long set, RunCallPlan step, int revision, boolean plain,
        int attempts,
        RunSettings settings) {
}
