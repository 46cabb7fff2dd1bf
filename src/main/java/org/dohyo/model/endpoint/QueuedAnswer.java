package org.dohyo.model.endpoint;

/** The answer to a call of a {@link CallQueue}, in progress or ended. */
public final class QueuedAnswer extends CollectedAnswer {

    private final ClaimedCall claimed;

    QueuedAnswer(ClaimedCall claimed) {
        super(claimed.id());
        this.claimed = claimed;
    }

    ClaimedCall claimed() {
        return claimed;
    }
}
