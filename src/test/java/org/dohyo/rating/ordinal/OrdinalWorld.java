package org.dohyo.rating.ordinal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Annotators who prefer by the latent difference θ_i − θ_j + t_ui − t_uj + logistic noise, t ~ N(0, taste²), and answer
 * with the level between whose thresholds it falls.
 */
record OrdinalWorld(double[] theta, double[] thresholds, int annotators, double taste) {

    List<OrdinalVote> vote(int votesEach, SplittableRandom random) {
        List<OrdinalVote> votes = new ArrayList<>();
        for (int annotator = 0; annotator < annotators; annotator++) {
            double[] liked = theta.clone();
            for (int model = 0; model < liked.length; model++) {
                liked[model] += taste * random.nextGaussian();
            }
            for (int vote = 0; vote < votesEach; vote++) {
                int first = random.nextInt(theta.length);
                int second = (first + 1 + random.nextInt(theta.length - 1)) % theta.length;
                double u = random.nextDouble();
                double latent = liked[first] - liked[second] + Math.log(u / (1 - u));
                int level = 0;
                while (level < thresholds.length && latent > thresholds[level]) {
                    level++;
                }
                votes.add(new OrdinalVote(annotator, first, second, level));
            }
        }
        return votes;
    }
}
