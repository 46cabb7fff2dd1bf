package org.dohyo.integrity.tilt;

/** What votes can have in common, besides who cast them. */
public enum KeyKind {

    /** One voter's votes. */
    VOTER(Slack.VOTER),
    /** Votes from one network on one day. */
    NETWORK(Slack.GROUP),
    /** Votes on one prompt, however it is spaced or capitalised. */
    PROMPT(Slack.PROMPT),
    /** The first day's votes of all voters who came on one day. Honest newcomers are among them. */
    ARRIVAL(Slack.GROUP);

    private final Slack slack;

    KeyKind(Slack slack) {
        this.slack = slack;
    }

    /** The spread of honest tastes among such votes. */
    public Slack slack() {
        return slack;
    }
}
