package org.dohyo.project.out;

import java.util.List;

import org.dohyo.project.judgement.Highlight;
import org.dohyo.project.judgement.HighlightKind;
import org.dohyo.project.judgement.Passage;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A passage that the annotator marked, with its words.
 *
 * @param side that the annotator saw the answer on
 * @param start in UTF-16 units of the answer's raw text
 * @param end excluded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportedHighlight(String side, int turn, int start, int end, HighlightKind kind, String text, String note) {

    /** @param answer the turns of the model whose answer the passage is of */
    static ExportedHighlight of(Highlight highlight, boolean swapped, List<String> answer) {
        return new ExportedHighlight(Passage.of(highlight, swapped).side(), highlight.turn, highlight.begins,
                highlight.ends, highlight.kind,
                answer.get(highlight.turn - 1).substring(highlight.begins, highlight.ends), highlight.note);
    }
}
