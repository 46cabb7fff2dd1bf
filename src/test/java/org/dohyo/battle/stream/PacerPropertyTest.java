package org.dohyo.battle.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The pacer in made-up time, for answers of any rhythm. */
class PacerPropertyTest {

    private static final int TRIES = 200;
    private static final int LONGEST_TICK = 120;

    /** @param pause milliseconds since the arrival before */
    record Arrival(int pause, String text) {
    }

    @Provide
    Arbitrary<List<Arrival>> answers() {
        Arbitrary<Integer> waits = Arbitraries.oneOf(Arbitraries.integers().between(0, 100),
                Arbitraries.integers().between(0, 8_000));
        Arbitrary<String> texts = Arbitraries.of("a", "土俵", "👍", "the quick ", "\n", "𠮟る").list().ofMinSize(1)
                .ofMaxSize(80).map(words -> String.join("", words));
        return Combinators.combine(waits, texts).as(Arrival::new).list().ofMaxSize(15);
    }

    /** Cuts a text anywhere, also within a surrogate pair. */
    private static void arriveInPieces(Pacer pacer, String text, Random random) {
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(5));
            pacer.arrive(text.substring(at, end));
            at = end;
        }
    }

    @Property(tries = TRIES)
    void whatLeaves_isAGrowingPrefixOfWhatCame_andAllOfItWithinThreeSecondsOfTheEnd(
            @ForAll("answers") List<Arrival> answer, @ForAll long seed) {
        Random ticks = new Random(seed);
        Pacer pacer = new Pacer();
        StringBuilder received = new StringBuilder();
        long now = 0;
        long due = 0;
        String before = "";
        for (Arrival arrival : answer) {
            due += arrival.pause();
            while (now < due) {
                now += 1 + ticks.nextInt(LONGEST_TICK);
                before = advance(pacer, now, before, received);
            }
            arriveInPieces(pacer, arrival.text(), ticks);
            received.append(arrival.text());
        }
        pacer.end();
        long end = now;
        while (!pacer.drained()) {
            now += 1 + ticks.nextInt(LONGEST_TICK);
            before = advance(pacer, now, before, received);
            assertThat(now - end).as("lag after the end").isLessThanOrEqualTo(Pacer.MOST_LAG + LONGEST_TICK);
        }
        assertThat(pacer.readable()).isEqualTo(received.toString()).isEqualTo(pacer.all());
    }

    /** Returns what is readable now; checks that it goes on from what was readable before. */
    private static String advance(Pacer pacer, long now, String before, CharSequence received) {
        boolean more = pacer.advance(now);
        String readable = pacer.readable();
        assertThat(received.toString()).startsWith(readable);
        assertThat(readable).startsWith(before);
        assertThat(more).isEqualTo(readable.length() > before.length());
        assertThat(readable.isEmpty() || readable.length() == received.length()
                || !Character.isHighSurrogate(readable.charAt(readable.length() - 1))).isTrue();
        return readable;
    }

    /** The pieces that came between two ticks can't be seen: the same text leaves at the same time. */
    @Property(tries = TRIES)
    void whateverThePieces_theSameLeavesAtTheSameTime(@ForAll("answers") List<Arrival> answer, @ForAll long seed) {
        Random pieces = new Random(seed);
        Pacer whole = new Pacer();
        Pacer cut = new Pacer();
        long now = 0;
        long due = 0;
        for (Arrival arrival : answer) {
            due += arrival.pause();
            while (now < due) {
                now += 50;
                assertThat(cut.advance(now)).isEqualTo(whole.advance(now));
                assertThat(cut.readable()).isEqualTo(whole.readable());
            }
            whole.arrive(arrival.text());
            arriveInPieces(cut, arrival.text(), pieces);
        }
        whole.end();
        cut.end();
        while (!whole.drained()) {
            now += 50;
            assertThat(cut.advance(now)).isEqualTo(whole.advance(now));
            assertThat(cut.readable()).isEqualTo(whole.readable());
        }
        assertThat(cut.drained()).isTrue();
    }
}
