package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The names, sides and order of models and votes mean nothing to the fit. */
class BradleyTerrySymmetryTest {

    private static final int TRIES = 200;
    private static final int MOST_MODELS = 8;
    private static final double ROUNDING = 1e-5;

    /** Votes between up to eight models: connected or not, with models that win or lose always. */
    @Provide
    Arbitrary<PairCounts> votes() {
        return Arbitraries.integers().between(2, MOST_MODELS).flatMap(models -> pair(models).list().ofMinSize(1)
                .ofMaxSize(3 * models).map(pairs -> new PairCounts(models, pairs)));
    }

    private static Arbitrary<PairCount> pair(int models) {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 40);
        return Combinators.combine(Arbitraries.integers().between(0, models - 1),
                Arbitraries.integers().between(1, models - 1), count, count, count, count)
                .as((first, step, wins, losses, ties, bothBad) -> new PairCount(first, (first + step) % models, wins,
                        losses,
                        ties, bothBad));
    }

    private static double[] ratings(PairCounts counts) {
        return BradleyTerry.fit(counts).ratings();
    }

    @Property(tries = TRIES)
    void sidesSwapped_theSameRatings(@ForAll("votes") PairCounts counts, @ForAll long seed) {
        Random random = new Random(seed);
        List<PairCount> turned = new ArrayList<>(counts.pairs().stream()
                .map(pair -> random.nextBoolean() ? pair.turned() : pair).toList());
        Collections.shuffle(turned, random);
        assertThat(ratings(new PairCounts(counts.models(), turned))).containsExactly(ratings(counts), within(ROUNDING));
    }

    @Property(tries = TRIES)
    void modelsNumberedAnew_theSameRatingsUnderTheNewNumbers(@ForAll("votes") PairCounts counts, @ForAll long seed) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, counts.models()).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        Fit fit = BradleyTerry.fit(counts);
        Fit anew = BradleyTerry.fit(new PairCounts(counts.models(), counts.pairs().stream()
                .map(pair -> new PairCount(numbers.get(pair.first()), numbers.get(pair.second()), pair.firstWins(),
                        pair.secondWins(), pair.ties(), pair.bothBad()))
                .toList()));
        for (int model = 0; model < counts.models(); model++) {
            int number = numbers.get(model);
            assertThat(anew.ratings()[number]).isCloseTo(fit.ratings()[model], within(ROUNDING));
            assertThat(anew.regularised()[number]).isEqualTo(fit.regularised()[model]);
            if (Double.isNaN(fit.halfWidth(model))) {
                assertThat(anew.halfWidth(number)).isNaN();
            } else {
                assertThat(anew.halfWidth(number)).isCloseTo(fit.halfWidth(model), within(ROUNDING));
            }
        }
    }

    @Property(tries = TRIES)
    void winsAndLossesExchanged_ratingsMirroredAt1000(@ForAll("votes") PairCounts counts) {
        double[] mirrored = ratings(new PairCounts(counts.models(), counts.pairs().stream()
                .map(pair -> new PairCount(pair.first(), pair.second(), pair.secondWins(), pair.firstWins(),
                        pair.ties(),
                        pair.bothBad()))
                .toList()));
        double[] expected = IntStream.range(0, mirrored.length).mapToDouble(model -> 2_000 - mirrored[model]).toArray();
        assertThat(ratings(counts)).containsExactly(expected, within(ROUNDING));
    }

    @Property(tries = TRIES)
    void twoHalves_areAWinEach(@ForAll("votes") PairCounts counts) {
        List<PairCount> halved = new ArrayList<>();
        List<PairCount> decided = new ArrayList<>();
        for (PairCount pair : counts.pairs()) {
            halved.add(new PairCount(pair.first(), pair.second(), pair.firstWins(), pair.secondWins(), 2 * pair.ties(),
                    2 * pair.bothBad()));
            decided.add(new PairCount(pair.first(), pair.second(), pair.firstWins() + pair.halves(),
                    pair.secondWins() + pair.halves(), 0, 0));
        }
        assertThat(ratings(new PairCounts(counts.models(), decided)))
                .containsExactly(ratings(new PairCounts(counts.models(), halved)), within(ROUNDING));
    }

    /** Each model against each other with the same result for both: nobody is better. */
    @Property(tries = TRIES)
    void evenVotes_leaveAllAt1000(@ForAll @IntRange(min = 2, max = MOST_MODELS) int models,
            @ForAll @IntRange(max = 30) int wins, @ForAll @IntRange(min = 1, max = 30) int ties) {
        List<PairCount> pairs = new ArrayList<>();
        for (int first = 0; first < models; first++) {
            for (int second = first + 1; second < models; second++) {
                pairs.add(new PairCount(first, second, wins * (first + second), wins * (first + second), ties, 0));
            }
        }
        assertThat(ratings(new PairCounts(models, pairs)))
                .containsExactly(DoubleStream.generate(() -> 1_000).limit(models)
                        .toArray(), within(ROUNDING));
    }
}
