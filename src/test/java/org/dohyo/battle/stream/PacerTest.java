package org.dohyo.battle.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pacer in made-up time: what leaves must not tell how it came. */
class PacerTest {

    private static final int RUNS = 200;
    private static final double LEAST_P = 0.001;

    /** How a provider cuts its text. */
    private enum Chunks {
        BYTE,
        TOKEN,
        FOUR_HUNDRED;

        int next(Random random) {
            return switch (this) {
                case BYTE -> 1;
                case TOKEN -> 1 + random.nextInt(8);
                case FOUR_HUNDRED -> 400;
            };
        }
    }

    private record Event(double at, int size) {
    }

    /** Each run's median event size and median gap. */
    private record Medians(double[] sizes, double[] gaps) {
    }

    private static List<Event> run(Chunks chunks, double perMilli, int length, boolean paced, Random random) {
        Pacer pacer = new Pacer();
        List<Event> events = new ArrayList<>();
        int said = 0;
        int seen = 0;
        int pending = Math.min(chunks.next(random), length);
        double next = pending / perMilli;
        long tick = random.nextInt(50);
        while (!pacer.drained()) {
            while (said < length && next <= tick) {
                pacer.arrive("x".repeat(pending));
                said += pending;
                pending = Math.min(chunks.next(random), length - said);
                next = (said + pending) / perMilli + random.nextDouble() * 4;
                if (said == length) {
                    pacer.end();
                }
            }
            pacer.advance(tick);
            int out = (paced ? pacer.readable() : pacer.all()).length();
            if (out > seen) {
                events.add(new Event(tick + random.nextDouble() * 3, out - seen));
                seen = out;
            }
            tick += 50;
        }
        return events;
    }

    private static Medians medians(Chunks chunks, boolean paced, long seed) {
        Random random = new Random(seed);
        double[] sizes = new double[RUNS];
        double[] gaps = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            double perMilli = 0.15 + random.nextDouble() * 0.75;
            int length = 1_300 + random.nextInt(500);
            List<Event> events = run(chunks, perMilli, length, paced, random);
            List<Event> later = events.subList(Math.min(2, events.size() - 2), events.size());
            sizes[i] = median(later.stream().mapToDouble(Event::size));
            gaps[i] = median(java.util.stream.IntStream.range(1, later.size())
                    .mapToDouble(k -> later.get(k).at() - later.get(k - 1).at()));
        }
        return new Medians(sizes, gaps);
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Map<Chunks, Medians> all(boolean paced) {
        Map<Chunks, Medians> all = new EnumMap<>(Chunks.class);
        Arrays.stream(Chunks.values()).forEach(chunks -> all.put(chunks, medians(chunks, paced, chunks.ordinal() + 7)));
        return all;
    }

    @Test
    void chunks_cantBeTold_fromWhatLeaves() {
        Map<Chunks, Medians> all = all(true);
        for (Chunks one : Chunks.values()) {
            for (Chunks other : Chunks.values()) {
                assertThat(KolmogorovSmirnov.p(all.get(one).sizes(), all.get(other).sizes()))
                        .as(one + " " + other + " sizes")
                        .isGreaterThan(LEAST_P);
                assertThat(KolmogorovSmirnov.p(all.get(one).gaps(), all.get(other).gaps()))
                        .as(one + " " + other + " gaps")
                        .isGreaterThan(LEAST_P);
            }
        }
    }

    @Test
    void withoutPacing_theSameComparisonTellsThem() {
        Map<Chunks, Medians> all = all(false);
        Medians bytes = all.get(Chunks.BYTE);
        Medians large = all.get(Chunks.FOUR_HUNDRED);
        assertThat(KolmogorovSmirnov.p(bytes.sizes(), large.sizes())).isLessThan(LEAST_P);
        assertThat(KolmogorovSmirnov.p(bytes.gaps(), large.gaps())).isLessThan(LEAST_P);
    }

    /** One chunk must not show as a burst: after the start no event is much larger than the rate gives. */
    @Test
    void noEventIsABurst() {
        for (Chunks chunks : Chunks.values()) {
            List<Event> events = run(chunks, 0.4, 4_000, true, new Random(3));
            assertThat(events.stream().skip(2).mapToInt(Event::size).max().orElseThrow()).as(chunks.name())
                    .isLessThanOrEqualTo(26);
        }
    }

    /** Three whole chunks and a short one: the rest must not leave faster than the answer came. */
    @Test
    void aShortLastChunk_doesNotHastenTheRest() {
        List<Integer> sizes = run(Chunks.FOUR_HUNDRED, 0.4, 1_250, true, new Random(3)).stream().skip(2)
                .map(Event::size)
                .toList();
        assertThat(sizes.subList(0, sizes.size() - 1)).allSatisfy(size -> assertThat(size).isBetween(16, 23));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 5_000 })
    void everythingLeaves_atMostThreeSecondsAfterTheEnd(int length) {
        Pacer pacer = new Pacer();
        pacer.advance(0);
        pacer.arrive("y".repeat(length));
        pacer.end();
        long tick = 0;
        while (!pacer.drained()) {
            tick += 50;
            pacer.advance(tick);
        }
        assertThat(tick).isLessThanOrEqualTo(Pacer.MOST_LAG);
        assertThat(pacer.readable()).hasSize(length);
    }

    @Test
    void surrogatePairs_areNeverParted() {
        Pacer pacer = new Pacer();
        pacer.arrive("土俵👍".repeat(400));
        pacer.end();
        for (long tick = 50; !pacer.drained(); tick += 50) {
            pacer.advance(tick);
            String out = pacer.readable();
            assertThat(out.isEmpty() || !Character.isHighSurrogate(out.charAt(out.length() - 1))).isTrue();
        }
    }
}
