package org.dohyo.project.quality;

import java.time.Instant;
import java.util.List;

/**
 * How far a project's annotators agree.
 *
 * @param counted judgements that count, by the overall criterion
 * @param newest true if there are more judgements than are read; the figures are about the newest ones
 * @param annotators by the overall criterion, in the order of their numbers
 * @param disputed the most disputed items first, by the overall criterion
 */
public record QualityReport(long counted, boolean newest, Times times, List<OfCriterion> criteria,
        List<OfAnnotator> annotators, List<Disputed> disputed) {

    /** Before anything was computed. */
    static final QualityReport NONE = new QualityReport(0, false, new Times(null, null, null, 0), List.of(), List.of(),
            List.of());

    /**
     * Agreement by one criterion.
     *
     * @param nominal Krippendorff's alpha of categories, "both bad" one of them; {@code ordinal} of steps, "both bad" a
     *        tie
     * @param pairwise the share of equal pairs of judgements
     * @param periods in the order of time; none of few items
     */
    public record OfCriterion(String slug, String name, Estimate nominal, Estimate ordinal, Estimate pairwise,
            List<Period> periods) {
    }

    /**
     * A tenth of the items, finished one after another.
     *
     * @param until when the last of them got its last judgement
     */
    public record Period(Instant until, Estimate nominal, Estimate ordinal) {
    }

    /**
     * @param number the annotator's
     * @param judged judgements of any kind
     * @param withRest how often the others chose the same
     * @param alphaWithout of the others alone
     * @param gold known answers that the annotator gave
     * @param self how often a second judgement was for the same side as the first
     * @param discrimination 1: tells models apart as the others do, 0: by chance
     */
    public record OfAnnotator(int number, int judged, Times times, Estimate withRest, Estimate alphaWithout,
            Estimate gold, Estimate self, Estimate discrimination) {
    }

    /**
     * An item about which annotators disagree.
     *
     * @param disagreement the share of its pairs of judgements that differ
     * @param first judgements for the first model; {@code second} for the second
     * @param neither ties and both bad
     */
    public record Disputed(long item, double disagreement, int first, int neither, int second) {
    }
}
