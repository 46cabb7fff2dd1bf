package org.dohyo.project.out;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dohyo.battle.Exchange;
import org.dohyo.dataset.exports.ExportedVote;
import org.dohyo.project.judgement.Preference;
import org.dohyo.text.Language;

/**
 * A judgement as it leaves the project, with the sides as the annotator saw them.
 *
 * @param prompt its key
 * @param language of the prompt
 * @param modelA the name of the model on the side A
 * @param annotator a pseudonym, which is the same in all exports of the project and in no other project
 * @param ratings by the slugs of the criteria, in their order
 * @param comment null if there is none or it isn't exported
 * @param highlights empty if there are none or they aren't exported
 * @param leftOutAt since when the annotator's judgements don't count; null if they do
 * @param texts empty if they aren't exported
 */
record ExportedJudgement(UUID id, String prompt, Language language, String modelA, String modelB, String annotator,
        Instant shownAt, Instant judgedAt, Map<String, Preference> ratings, String comment,
        List<ExportedHighlight> highlights, Instant leftOutAt,
        String leftOutWhy, List<Exchange> texts) {

    /** The judgement by one criterion, as formats of votes have it. */
    ExportedVote vote(String criterion, int turns) {
        return new ExportedVote(0, id, null, modelA, modelB, ratings.get(criterion).outcome(),
                List.of(criterion, language.slug()), annotator, judgedAt, true, turns, leftOutAt == null, null, null,
                leftOutAt, leftOutWhy,
                comment == null ? null : new ExportedVote.Reasons(List.of(), List.of(), comment), null, null, texts);
    }
}
