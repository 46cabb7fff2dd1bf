package org.dohyo.project.judge;

import org.dohyo.model.endpoint.CollectedAnswer;

/** One call in progress. */
final class JudgeCall extends CollectedAnswer {

    private final JudgeQueue.Claimed claimed;

    JudgeCall(JudgeQueue.Claimed claimed) {
        super(claimed.id());
        this.claimed = claimed;
    }

    JudgeQueue.Claimed claimed() {
        return claimed;
    }
}
