package org.dohyo.vote;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Why a vote was excluded from the ratings or returned to them, as the log has it. Whatever else a person writes about
 * it stays at the desk, where it can be erased.
 */
public enum ReasonCode {
    /** A program cast it. */
    AUTOMATED(Use.EXCLUSION),
    /** It was arranged with others, or paid for. */
    COORDINATED(Use.EXCLUSION),
    /** It doesn't judge the answers. */
    CARELESS(Use.EXCLUSION),
    /** The voter knew which model gave an answer. */
    MODEL_KNOWN(Use.EXCLUSION),
    /** The conversation breaks the terms. */
    TERMS(Use.EXCLUSION),
    /** A closer look found nothing wrong. */
    REVIEWED(Use.RETURN),
    /** The exclusion was a mistake. */
    MISTAKE(Use.RETURN),
    /** None of the others. */
    OTHER(Use.EITHER),
    /** Its voter was banned. */
    VOTER_BANNED(Use.ARENA),
    /** The detectors keep it out until somebody has reviewed it. */
    QUARANTINED(Use.ARENA),
    /** The detectors, or a person who reviewed them, took it for no judgement of answers. */
    DETECTED(Use.ARENA),
    /** The detectors have come to another judgement, which follows. */
    JUDGED_ANEW(Use.ARENA),
    /** The detectors, or a person who reviewed them, have cleared it. */
    CLEARED(Use.ARENA);

    private enum Use {
        EXCLUSION,
        RETURN,
        EITHER,
        ARENA
    }

    private final Use use;

    ReasonCode(Use use) {
        this.use = use;
    }

    /** Those that a moderator may give for an exclusion. */
    public static List<ReasonCode> ofExclusion() {
        return of(Set.of(Use.EXCLUSION, Use.EITHER));
    }

    /** Those that a moderator may give for a return. */
    public static List<ReasonCode> ofReturn() {
        return of(Set.of(Use.RETURN, Use.EITHER));
    }

    private static List<ReasonCode> of(Set<Use> uses) {
        return Arrays.stream(values()).filter(code -> uses.contains(code.use)).toList();
    }
}
