package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class StyleControlTest {

    private static final Oracle ORACLE = Oracle.read();
    private static final List<String> COEFFICIENTS = List.of("tokens", "headers", "lists", "bold");

    private static float[] features(JsonNode battle, String side) {
        JsonNode style = battle.get("conv_metadata");
        return new float[] { style.get("sum_assistant_" + side + "_tokens").floatValue(),
                sum(style.get("header_count_" + side)), sum(style.get("list_count_" + side)),
                sum(style.get("bold_count_" + side)) };
    }

    private static float sum(JsonNode counts) {
        float sum = 0;
        for (JsonNode count : counts) {
            sum += count.floatValue();
        }
        return sum;
    }

    private static float[] differences(float[] ofA, float[] ofB) {
        float[] differences = new float[ofA.length];
        for (int k = 0; k < ofA.length; k++) {
            differences[k] = StyleVotes.difference(ofA[k], ofB[k]);
        }
        return differences;
    }

    private static StyleVotes votes(Iterable<JsonNode> battles) {
        StyleVotes votes = new StyleVotes(ORACLE.models().size(), COEFFICIENTS.size());
        for (JsonNode battle : battles) {
            votes.add(ORACLE.modelA(battle), ORACLE.modelB(battle), Oracle.scoreA(battle),
                    differences(features(battle, "a"), features(battle, "b")));
        }
        return votes;
    }

    @Test
    void ratingsAndCoefficients_equalThePeers() {
        StyleFit style = StyleControl.fit(votes(ORACLE.battles()));
        for (int i = 0; i < ORACLE.models().size(); i++) {
            assertThat(style.fit().ratings()[i]).isCloseTo(
                    ORACLE.expected().get("style_controlled").get(ORACLE.models().get(i)).asDouble(), within(0.1));
        }
        for (int k = 0; k < COEFFICIENTS.size(); k++) {
            assertThat(style.coefficients().get(k).value()).isCloseTo(
                    ORACLE.expected().get("style_coefficients").get(COEFFICIENTS.get(k)).asDouble(), within(1e-3));
        }
    }

    @Test
    void intervals_areAsWideAsTheBootstraps() {
        StyleFit style = StyleControl.fit(votes(ORACLE.battles()));
        SplittableRandom random = new SplittableRandom(20261124);
        int rounds = 200;
        double[][] ratings = new double[ORACLE.models().size()][rounds];
        double[][] coefficients = new double[COEFFICIENTS.size()][rounds];
        double[] positions = new double[rounds];
        StyleVotes all = votes(ORACLE.battles());
        for (int round = 0; round < rounds; round++) {
            StyleFit drawn = StyleControl.fit(resampled(all, random));
            for (int i = 0; i < ratings.length; i++) {
                ratings[i][round] = drawn.fit().ratings()[i];
            }
            for (int k = 0; k < coefficients.length; k++) {
                coefficients[k][round] = drawn.coefficients().get(k).value();
            }
            positions[round] = drawn.position().value();
        }
        double expected = 0;
        double found = 0;
        for (int i = 0; i < ratings.length; i++) {
            // One of 200 rounds has an error of 5% in the mean square; the widest of 24 may be thrice off.
            assertThat(style.fit().halfWidth(i)).isCloseTo(1.96 * deviation(ratings[i]), withinPercentage(20));
            found += style.fit().halfWidth(i);
            expected += 1.96 * deviation(ratings[i]);
        }
        assertThat(found).isCloseTo(expected, withinPercentage(5));
        for (int k = 0; k < coefficients.length; k++) {
            assertThat(style.coefficients().get(k).halfWidth())
                    .isCloseTo(1.96 * deviation(coefficients[k]), withinPercentage(20));
        }
        assertThat(style.position().halfWidth()).isCloseTo(1.96 * deviation(positions), withinPercentage(20));
    }

    private static StyleVotes resampled(StyleVotes votes, SplittableRandom random) {
        StyleVotes drawn = new StyleVotes(votes.models(), votes.features());
        for (int n = 0; n < votes.size(); n++) {
            int vote = random.nextInt(votes.size());
            float[] ofA = new float[votes.features()];
            float[] ofB = new float[ofA.length];
            for (int k = 0; k < ofA.length; k++) {
                // (a−b)/(a+b+1) = d is met by b = 0, a = d/(1−d) and the other way round.
                double d = votes.difference(vote, k);
                ofA[k] = (float) Math.max(0, d / (1 - d));
                ofB[k] = (float) Math.max(0, -d / (1 + d));
            }
            drawn.add(votes.a(vote), votes.b(vote), votes.score(vote), differences(ofA, ofB));
        }
        return drawn;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    /** Two equal models; the longer answer and side A are favoured by known log odds, the first model writes more. */
    private static StyleVotes swayed(double longer, double sideA, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StyleVotes votes = new StyleVotes(2, 2);
        for (int n = 0; n < 40_000; n++) {
            int a = random.nextInt(2);
            float[] ofA = { 100 + random.nextInt(a == 0 ? 900 : 300), Float.NaN };
            float[] ofB = { 100 + random.nextInt(a == 0 ? 300 : 900), 5 };
            double z = (ofA[0] - ofB[0]) / (ofA[0] + ofB[0] + 1);
            double score = random.nextDouble() < Likelihood.sigmoid(longer * z + sideA) ? 1 : 0;
            votes.add(a, 1 - a, score, differences(ofA, ofB));
        }
        return votes;
    }

    @Test
    void style_isTakenOut_andPositionFound() {
        StyleVotes votes = swayed(2, 0.3, 7);
        StyleFit style = StyleControl.fit(votes);
        // The control: without style control the wordy model looks far better.
        StyleVotes blind = new StyleVotes(2, 0);
        for (int vote = 0; vote < votes.size(); vote++) {
            blind.add(votes.a(vote), votes.b(vote), votes.score(vote), new float[0]);
        }
        assertThat(StyleControl.fit(blind).fit().ratings()[0]).isGreaterThan(1050);
        assertThat(style.fit().ratings()[0]).isCloseTo(1000, within(1.5 * style.fit().halfWidth(0)));
        assertThat(style.position().value()).isCloseTo(0.3 * EloScale.POINTS_PER_NAT,
                within(1.5 * style.position().halfWidth()));
        assertThat(style.position().halfWidth()).isBetween(1.0, 6.0);
        // The other feature is never known on both sides.
        assertThat(style.coefficients().get(1)).isEqualTo(new StyleFit.Effect(0, Double.NaN));
    }

    @Test
    void gradientAndHessian_areTheLossesDerivatives() {
        StyleLikelihood likelihood = new StyleLikelihood(votes(ORACLE.battles()), true);
        double[] beta = new SplittableRandom(3).doubles(likelihood.parameters(), -0.3, 0.3).toArray();
        double[] gradient = likelihood.new At(beta).gradient();
        double[][] columns = new double[beta.length][];
        for (int i = 0; i < beta.length; i++) {
            double[] more = beta.clone();
            double[] less = beta.clone();
            more[i] += 1e-5;
            less[i] -= 1e-5;
            StyleLikelihood.At above = likelihood.new At(more);
            StyleLikelihood.At below = likelihood.new At(less);
            assertThat((above.loss() - below.loss()) / 2e-5).isCloseTo(gradient[i], within(1e-3));
            columns[i] = new double[beta.length];
            for (int j = 0; j < beta.length; j++) {
                columns[i][j] = (above.gradient()[j] - below.gradient()[j]) / 2e-5;
            }
        }
        for (double[] column : columns) {
            double[] unit = likelihood.new At(beta).hessian().solve(column);
            assertThat(Arrays.stream(unit).map(Math::abs).sum()).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void degenerateVotes_haveAnAnswer() {
        StyleFit empty = StyleControl.fit(new StyleVotes(2, COEFFICIENTS.size()));
        assertThat(empty.fit().ratings()).containsExactly(1000, 1000);
        assertThat(empty.fit().halfWidth(0)).isNaN();
        assertThat(empty.position().halfWidth()).isNaN();
        StyleVotes apart = new StyleVotes(5, 0);
        apart.add(0, 1, 1, new float[0]);
        apart.add(2, 3, 1, new float[0]);
        apart.add(2, 3, 0, new float[0]);
        Fit fit = StyleControl.fit(apart).fit();
        assertThat(fit.component()).containsExactly(0, 0, 1, 1, 2);
        assertThat(fit.regularised()).startsWith(true, true, false, false);
        assertThat(fit.ratings()[0]).isGreaterThan(1000).isLessThan(1500);
        assertThat(fit.ratings()[2]).isCloseTo(1000, within(1e-6));
    }

    @Test
    void badInput_refused() {
        StyleVotes votes = new StyleVotes(2, 1);
        float[] none = { 0 };
        assertThatThrownBy(() -> votes.add(0, 2, 1, none)).hasMessageContaining("0, 2");
        assertThatThrownBy(() -> votes.add(0, 1, 0.7, none)).hasMessageContaining("0.7");
        assertThatThrownBy(() -> StyleVotes.difference(1f, -3f)).hasMessageContaining("-3");
        assertThatThrownBy(() -> votes.add(0, 1, 1, new float[2])).hasMessageContaining("1 features");
        assertThat(votes.size()).isZero();
    }
}
