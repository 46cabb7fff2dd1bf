package org.dohyo.rating;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How long style control takes on 2,000,000 made-up votes among 200 models, four style features; each of five rounds is
 * a whole fit, the position effect included. After {@code ./mvnw test-compile}:
 * {@code java -cp target/classes:$(cat classpath) src/jmh/java/org/dohyo/rating/StyleControlTimes.java}, the class path
 * written by {@code ./mvnw dependency:build-classpath -Dmdep.outputFile=classpath}.
 */
public final class StyleControlTimes {

    private static final int MODELS = 200;
    private static final int FEATURES = 4;
    private static final int VOTES = 2_000_000;
    private static final int ROUNDS = 5;

    private StyleControlTimes() {
    }

    public static void main(String[] args) {
        StyleVotes votes = votes(new SplittableRandom(20261124));
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            StyleFit style = StyleControl.fit(votes);
            System.out.printf("%.2f s, tokens %.3f ± %.3f%n", (System.nanoTime() - start) / 1e9,
                    style.coefficients().get(0).value(), style.coefficients().get(0).halfWidth());
        }
    }

    private static StyleVotes votes(SplittableRandom random) {
        double[] strengths = random.doubles(MODELS, -1, 1).toArray();
        StyleVotes votes = new StyleVotes(MODELS, FEATURES);
        for (int n = 0; n < VOTES; n++) {
            int a = random.nextInt(MODELS);
            int b = (a + 1 + random.nextInt(MODELS - 1)) % MODELS;
            float[] ofA = style(random);
            float[] ofB = style(random);
            double logit = strengths[a] - strengths[b] + (ofA[0] - ofB[0]) / (ofA[0] + ofB[0] + 1);
            double score = random.nextInt(5) == 0 ? 0.5 : random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            float[] differences = new float[FEATURES];
            for (int k = 0; k < FEATURES; k++) {
                differences[k] = StyleVotes.difference(ofA[k], ofB[k]);
            }
            votes.add(a, b, score, differences);
        }
        return votes;
    }

    private static float[] style(SplittableRandom random) {
        float[] style = new float[FEATURES];
        Arrays.fill(style, random.nextInt(8));
        style[0] = 50 + random.nextInt(900);
        style[3] = random.nextInt(12);
        return style;
    }
}
