package org.dohyo.project.judgement;

import org.dohyo.battle.Side;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A passage as an annotator sees it. What comes in is unchecked; what goes out lacks nothing but perhaps a note.
 *
 * @param side A or B
 * @param turn from 1
 * @param start in UTF-16 units of the answer's raw text, from 0
 * @param end excluded
 * @param kind good or bad
 * @param note may be null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Passage(String side, Integer turn, Integer start, Integer end, String kind, String note) {

    /** @param swapped true if the item's first model was on the side B */
    public static Passage of(Highlight highlight, boolean swapped) {
        Side side = highlight.ofFirst == swapped ? Side.B : Side.A;
        return new Passage(side.name(), highlight.turn, highlight.begins, highlight.ends, highlight.kind.label(),
                highlight.note);
    }
}
