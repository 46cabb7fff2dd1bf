package org.dohyo.benchmark.runner;

import java.util.UUID;

/**
 * A call that this replica has claimed.
 *
 * @param revision of the callee
 * @param plain true if the endpoint accepts only the question
 * @param attempts the number of attempts, including this one
 */
public record RunItem(long id, UUID run, String benchmark, long set, RunCallPlan call, int revision, boolean plain,
        int attempts,
        RunSettings settings) {
}
