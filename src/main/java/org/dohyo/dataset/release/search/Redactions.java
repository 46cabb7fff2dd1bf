package org.dohyo.dataset.release.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.dohyo.battle.Exchange;
import org.dohyo.dataset.exports.ExportedVote;

/** Marks what looks personal in the texts of a release, and counts it. */
public final class Redactions {

    private final Set<Finding.Key> kept;
    private final Map<Detector, Long> counts = new EnumMap<>(Detector.class);

    /** @param kept the places that a reviewer keeps */
    public Redactions(Set<Finding.Key> kept) {
        this.kept = kept;
    }

    /** The vote with its texts redacted. */
    public ExportedVote redact(ExportedVote vote) {
        Iterator<List<Span>> spans = Detector.find(Finding.texts(vote)).iterator();
        List<Exchange> turns = new ArrayList<>();
        for (Exchange turn : vote.texts()) {
            turns.add(new Exchange(turn.turn(), redact(vote.battleId(), turn, Finding.Place.PROMPT, spans.next()),
                    redact(vote.battleId(), turn, Finding.Place.A, spans.next()),
                    redact(vote.battleId(), turn, Finding.Place.B, spans.next())));
        }
        return vote.with(turns);
    }

    private String redact(UUID battle, Exchange turn, Finding.Place place, List<Span> spans) {
        String text = place.text(turn);
        StringBuilder redacted = new StringBuilder();
        int end = 0;
        for (Span span : spans) {
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
    public Map<Detector, Long> counts() {
        return counts;
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
