package org.dohyo.dataset.release;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.dohyo.battle.Exchange;
import org.dohyo.dataset.exports.ExportedVote;

/** Marks what looks personal in the texts of a release, and counts it. */
final class Redactions {

    private final Set<Finding.Key> kept;
    private final Map<Detector, Long> counts = new EnumMap<>(Detector.class);

    /** @param kept the places that a reviewer keeps */
    Redactions(Set<Finding.Key> kept) {
        this.kept = kept;
    }

    /** The vote with its texts redacted. */
    ExportedVote redact(ExportedVote vote) {
        List<Exchange> turns = vote.texts().stream().map(turn -> redact(vote.battleId(), turn)).toList();
        return vote.with(turns);
    }

    private Exchange redact(UUID battle, Exchange turn) {
        return new Exchange(turn.turn(), redact(battle, turn, Finding.Place.PROMPT),
                redact(battle, turn, Finding.Place.A), redact(battle, turn, Finding.Place.B));
    }

    private String redact(UUID battle, Exchange turn, Finding.Place place) {
        String text = place.text(turn);
        StringBuilder redacted = new StringBuilder();
        int end = 0;
        for (Detector.Span span : Detector.find(text)) {
            if (!kept.contains(new Finding.Key(battle, turn.turn(), place, span.kind(), span.first()))) {
                redacted.append(text, end, span.first()).append(mark(span.kind()));
                end = span.last();
                counts.merge(span.kind(), 1L, Long::sum);
            }
        }
        return redacted.append(text, end, text.length()).toString();
    }

    /** What stands in the text in place of what was redacted. */
    static String mark(Detector kind) {
        return "[REDACTED:" + kind.label() + "]";
    }

    /** The number of redactions by kind. */
    Map<Detector, Long> counts() {
        return counts;
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
