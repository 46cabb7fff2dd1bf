package org.dohyo.rating;

import java.util.List;

/**
 * Ratings as they would be if all answers looked alike.
 *
 * @param fit ratings with the covariance of independent votes; no votes, no variance
 * @param coefficients log odds of winning for one standard deviation more of a feature, in the votes' order
 * @param position how far side A is favoured between answers that look alike, in points
 */
public record StyleFit(Fit fit, List<Effect> coefficients, Effect position) {

    /** An estimate and half the width of its 95% interval, NaN if the votes don't determine it. */
    public record Effect(double value, double halfWidth) {
    }
}
