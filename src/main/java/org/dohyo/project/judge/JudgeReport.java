package org.dohyo.project.judge;

import java.util.List;
import java.util.Locale;

import org.dohyo.project.quality.Estimate;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * People's ratings with and without the judge, and how far the judge can be trusted.
 *
 * @param agreement Cohen's kappa of the judge and people's majority, by item
 * @param alpha Krippendorff's, of the same
 * @param equal the share of items on which both are for the same side
 * @param contradictions the share of items on which the judge's two orders contradict each other
 * @param first among those in which it kept to one place, the share in which that was the first
 * @param power how much of the judge the ratings use, 0 to 1
 * @param byAnnotator true if intervals take one annotator's judgements as hanging together, else one prompt's
 * @param models by rating with the judge, the best first; empty without people's judgements
 * @param calibration how many models a newcomer's start was calibrated on
 * @param newcomers models that people haven't judged, where a start can be calibrated
 */
public record JudgeReport(Estimate agreement, Estimate alpha, Estimate equal, Estimate contradictions, Estimate first,
        double power, boolean byAnnotator, List<OfModel> models, int calibration, List<Newcomer> newcomers) {

    /** The power with two decimals. */
    @JsonIgnore
    public String powerText() {
        return String.format(Locale.ROOT, "%.2f", power);
    }

    /** @param with the judge; the count is that of items that people judged */
    public record OfModel(String model, Estimate with, Estimate without) {
    }

    /** A start from the judge alone, with its split-conformal interval. Judgements replace it. */
    public record Newcomer(String model, Estimate start) {
    }
}
