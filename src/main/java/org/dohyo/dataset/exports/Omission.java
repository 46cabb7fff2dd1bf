package org.dohyo.dataset.exports;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a format can't carry a vote; its label is the one in the report. */
public enum Omission {

    WITHDRAWN,
    EXCLUDED,
    /** The vote didn't count from the start, for another reason than {@link #NOT_BLIND}. */
    NOT_COUNTED,
    NOT_BLIND,
    TIE,
    BOTH_BAD,
    /** The texts were erased, or the vote was imported without any. */
    NO_TEXTS,
    /** The conversation has several turns. */
    MULTI_TURN,
    /** A program judged, and the export is not of the category of such votes. */
    JUDGE,
    /** The vote was inferred from something else, and the export is not of the category of such votes. */
    INFERRED;

    @JsonValue
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For formats without a mark for votes that aren't in the ratings. */
    static Optional<Omission> unrated(ExportedVote vote) {
        if (vote.withdrawnAt() != null) {
            return Optional.of(WITHDRAWN);
        }
        if (vote.excludedAt() != null) {
            return Optional.of(EXCLUDED);
        }
        return vote.counted() || !vote.blind() ? Optional.empty() : Optional.of(NOT_COUNTED);
    }

    static Optional<Omission> named(ExportedVote vote) {
        return vote.blind() ? Optional.empty() : Optional.of(NOT_BLIND);
    }

    /** For formats that say which of two conversations is better, and no more. */
    static Optional<Omission> undecided(ExportedVote vote) {
        return unrated(vote).or(() -> named(vote)).or(() -> switch (vote.outcome()) {
            case TIE -> Optional.of(TIE);
            case BOTH_BAD -> Optional.of(BOTH_BAD);
            case A, B -> textless(vote);
        });
    }

    static Optional<Omission> textless(ExportedVote vote) {
        return vote.hasTexts() ? Optional.empty() : Optional.of(NO_TEXTS);
    }
}
