package org.dohyo.rating.judge;

/**
 * One item: what the judge says, and what people say if they were asked.
 *
 * @param judge the judge's score, finite; for a preference 1 for the first, 0 for the second, the mean of both orders
 * @param person the mean score of the people who were asked, on the scale that is wanted; NaN if nobody was
 * @param propensity the probability, as it was when that was decided, that people are asked: above 0 for every item, or
 *        people's truth about it can't be known; below 1 if they were not. In a random sample the sampled share
 * @param cluster items of one cluster hang together, such as those that one annotator answered or those of one prompt;
 *        below 0 for an item by itself
 */
public record Judged(double judge, double person, double propensity, int cluster) {

    public Judged {
        if (!Double.isFinite(judge)) {
            throw new IllegalArgumentException("the judge's score is " + judge);
        }
        if (Double.isInfinite(person)) {
            throw new IllegalArgumentException("people's score is " + person);
        }
        if (!(propensity > 0 && propensity <= 1) || propensity == 1 && Double.isNaN(person)) {
            throw new IllegalArgumentException("propensity " + propensity + ", people's score " + person);
        }
    }

    /** Whether people were asked. */
    public boolean answered() {
        return !Double.isNaN(person);
    }

    /** 1/π if people were asked, else 0: its mean is 1 whatever the queue does. */
    double weight() {
        return answered() ? 1 / propensity : 0;
    }

    /** (1−π)/π²: by how much an error of a prediction of this answer adds to the variance. */
    double harm() {
        return answered() ? (1 - propensity) / propensity / propensity : 0;
    }
}
