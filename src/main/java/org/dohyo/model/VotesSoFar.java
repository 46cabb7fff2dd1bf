package org.dohyo.model;

import java.util.Map;

/** How often models were voted on; the leaderboard knows. */
public interface VotesSoFar {

    /** Counted votes by model id; a model without one may be missing. */
    Map<Long, Long> byModel();
}
