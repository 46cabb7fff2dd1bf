package org.dohyo.vote;

import org.dohyo.web.QueryParameter;

/** The votes that a list at the desk shows. */
public enum VoteSelection {
    ALL(""),
    /** Taken out of the ratings by a moderator. */
    EXCLUDED(" and excludedAt is not null"),
    /** Not counted from the start. */
    UNCOUNTED(" and counted = false");

    private final String condition;

    VoteSelection(String condition) {
        this.condition = condition;
    }

    /** The end of a query's condition. */
    String condition() {
        return condition;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if both are asked for */
    static VoteSelection of(boolean excluded, boolean uncounted) {
        QueryParameter.check("uncounted", !(excluded && uncounted), "can't be combined with excluded");
        return excluded ? EXCLUDED : uncounted ? UNCOUNTED : ALL;
    }
}
