package org.dohyo.rating.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CohensKappaTest {

    @Test
    void equalsReferenceValues() {
        // 50 grant proposals read by two, as in most textbooks: p_o = 0.7, p_e = 0.5.
        CohensKappa kappa = CohensKappa.of(new long[][] { { 20, 5 }, { 10, 15 } });
        assertThat(kappa.kappa()).isCloseTo(0.4, within(1e-12));
        assertThat(kappa.observed()).isCloseTo(0.7, within(1e-12));
        assertThat(kappa.chance()).isCloseTo(0.5, within(1e-12));
        assertThat(kappa.items()).isEqualTo(50);
        // Fleiss, Cohen and Everitt, 1969, table 1, of 200 subjects: κ = 0.429, standard error 0.0537.
        CohensKappa published = CohensKappa.of(new long[][] { { 106, 10, 4 }, { 22, 28, 10 }, { 2, 12, 6 } });
        assertThat(published.kappa()).isCloseTo(0.4286, within(5e-5));
        assertThat((published.high() - published.kappa()) / 1.959964).isCloseTo(0.0537, within(5e-5));
    }

    @Test
    void standardErrorIsThatOfTheDeltaMethod() {
        long[][] table = { { 300, 20, 30 }, { 40, 100, 25 }, { 10, 60, 215 } };
        double items = 800;
        double mean = 0;
        double square = 0;
        double step = 1e-6;
        for (int c = 0; c < 3; c++) {
            for (int k = 0; k < 3; k++) {
                double[][] more = shares(table, items);
                double[][] less = shares(table, items);
                more[c][k] += step;
                less[c][k] -= step;
                double slope = (kappa(more) - kappa(less)) / (2 * step);
                mean += slope * table[c][k] / items;
                square += slope * slope * table[c][k] / items;
            }
        }
        double error = Math.sqrt((square - mean * mean) / items);
        CohensKappa kappa = CohensKappa.of(table);
        assertThat(kappa.high() - kappa.kappa()).isCloseTo(1.959964 * error, within(1e-6));
    }

    private static double[][] shares(long[][] table, double items) {
        double[][] shares = new double[3][3];
        for (int c = 0; c < 3; c++) {
            for (int k = 0; k < 3; k++) {
                shares[c][k] = table[c][k] / items;
            }
        }
        return shares;
    }

    private static double kappa(double[][] shares) {
        double observed = 0;
        double chance = 0;
        for (int c = 0; c < 3; c++) {
            observed += shares[c][c];
            double row = 0;
            double column = 0;
            for (int k = 0; k < 3; k++) {
                row += shares[c][k];
                column += shares[k][c];
            }
            chance += row * column;
        }
        return (observed - chance) / (1 - chance);
    }

    @Test
    void fiveEqualPairsAreNoCertainty() {
        CohensKappa equal = CohensKappa.of(2, new int[] { 0, 1, 0, 1, 0 }, new int[] { 0, 1, 0, 1, 0 });
        assertThat(equal.kappa()).isEqualTo(1);
        assertThat(equal.high()).isEqualTo(1);
        assertThat(equal.low()).isBetween(0.0, 0.5);
    }

    @Test
    void withoutItemsOrDifferences_isNaN() {
        assertThat(CohensKappa.of(2, new int[0], new int[0]).kappa()).isNaN();
        assertThat(CohensKappa.of(2, new int[] { 1, 1 }, new int[] { 1, 1 }).kappa()).isNaN();
        assertThat(CohensKappa.of(2, new int[] { 1, 1 }, new int[] { 0, 0 }).kappa()).as("each one category").isZero();
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> CohensKappa.of(2, new int[1], new int[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> CohensKappa.of(2, new int[] { 2 }, new int[] { 0 }));
        assertThatIllegalArgumentException().isThrownBy(() -> CohensKappa.of(new long[][] { { 1, 2 } }));
    }

    @Test
    void intervalHoldsTheTruth() {
        int worlds = 1_000;
        Random random = new Random(5);
        long held = IntStream.range(0, worlds).filter(world -> {
            long[][] table = new long[3][3];
            for (int item = 0; item < 100; item++) {
                int value = random.nextInt(3);
                table[random.nextDouble() < 0.8 ? value : random.nextInt(3)][random.nextDouble() < 0.8
                        ? value
                        : random.nextInt(3)]++;
            }
            CohensKappa kappa = CohensKappa.of(table);
            return kappa.low() <= 0.64 && 0.64 <= kappa.high();
        }).count();
        assertThat((double) held / worlds).isBetween(0.93, 0.97);
    }
}
