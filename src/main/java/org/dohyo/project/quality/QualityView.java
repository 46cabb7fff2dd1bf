package org.dohyo.project.quality;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What owners and viewers see of the quality of judgements.
 *
 * @param goldPercent how many in a hundred items given out have a known answer; {@code repeatPercent} come again
 * @param pending true if newer figures are being computed
 * @param counted judgements that count, by the overall criterion
 * @param newest true if the figures are about the newest judgements only
 * @param disputed the most disputed items first
 * @param gold items with a known answer
 * @param adjudications the newest first
 * @param standings who was left out and brought back, the newest first
 * @param models of the project, by name
 * @param choices the preferences that the overall criterion has
 */
public record QualityView(int goldPercent, int repeatPercent, boolean pending, long counted, boolean newest,
        Times times,
        List<QualityReport.OfCriterion> criteria, List<Annotator> annotators, List<Disputed> disputed, List<Gold> gold,
        List<Final> adjudications, List<StandingChange.View> standings, List<String> models,
        List<String> choices) {

    /** @param leftOutAt null while the judgements count */
    public record Annotator(QualityReport.OfAnnotator figures, Instant leftOutAt, String leftOutWhy) {
    }

    /** Two models' answers to a prompt. */
    public record Pair(long item, String prompt, String modelA, String modelB) {

        /** The prompt's key as a part of an address. */
        @JsonIgnore
        public String encodedPrompt() {
            return URLEncoder.encode(prompt, StandardCharsets.UTF_8);
        }
    }

    /** @param adjudicated the owner's final judgement by the overall criterion, or null */
    public record Disputed(Pair pair, QualityReport.Disputed votes, Final adjudicated) {
    }

    /** @param known A, TIE or B */
    public record Gold(Pair pair, String known) {
    }

    /**
     * A final judgement.
     *
     * @param criterion its slug
     * @param preference A_MUCH, A, TIE, B, B_MUCH or BOTH_BAD, the pair's first model being A
     */
    public record Final(Pair pair, String criterion, String preference, String comment, String decidedBy,
            Instant decidedAt) {
    }
}
