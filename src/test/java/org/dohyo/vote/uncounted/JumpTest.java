package org.dohyo.vote.uncounted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.vote.uncounted.Jump.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JumpTest {

    private static final String REASON = "named-itself";
    private static final Tally TWO_PERCENT = new Tally(5_000, Map.of(REASON, 100L));

    /** The newest votes: {@code uncounted} of {@code votes}, the uncounted ones last. */
    private static List<Optional<String>> votes(int uncounted, int votes) {
        return Stream.concat(Collections.nCopies(votes - uncounted, Optional.<String> empty()).stream(),
                Collections.nCopies(uncounted, Optional.of(REASON)).stream()).toList();
    }

    private static List<Optional<String>> drawn(Random random, double share, int votes) {
        return IntStream.range(0, votes)
                .mapToObj(i -> random.nextDouble() < share ? Optional.of(REASON) : Optional.<String> empty()).toList();
    }

    /** Fisher's tea: of eight cups, four of each kind, at least three or all four are named rightly. */
    @ParameterizedTest
    @CsvSource({ "4, 0, 0.0142857142857", "3, 1, 0.2428571428571" })
    void chance_isThatOfTheExactTest(long uncounted, long earlier, double chance) {
        assertThat(new Jump(REASON, uncounted, 4, earlier, 4).chance()).isCloseTo(chance, within(1e-12));
    }

    @Test
    void checkThatFailsAltogether_showsAfterFewVotes() {
        List<Optional<String>> newest = new ArrayList<>(votes(7, 7));
        newest.addAll(votes(4, 193));
        assertThat(Jump.in(newest, TWO_PERCENT)).singleElement()
                .isEqualTo(new Jump(REASON, 7, 20, 100, 5_000));
    }

    @Test
    void slighterIncrease_showsAmongManyVotes() {
        assertThat(Jump.in(votes(22, 200), TWO_PERCENT)).singleElement()
                .isEqualTo(new Jump(REASON, 22, 200, 100, 5_000));
    }

    @Test
    void usualShare_isNoJump() {
        assertThat(Jump.in(votes(4, 200), TWO_PERCENT)).isEmpty();
        assertThat(Jump.in(votes(9, 200), TWO_PERCENT)).isEmpty();
        assertThat(Jump.in(votes(0, 200), TWO_PERCENT)).isEmpty();
        assertThat(Jump.in(List.of(), TWO_PERCENT)).isEmpty();
        assertThat(Jump.in(List.of(), Tally.NONE)).isEmpty();
    }

    /** The negative control of the alarm's size: a share that never changes, looked at for years. */
    @ParameterizedTest
    @CsvSource({ "0.001", "0.02", "0.1", "0.3" })
    void unchangedShare_givesNoAlarm(double share) {
        Random random = new Random(42);
        for (int look = 0; look < 2_000; look++) {
            Tally earlier = Tally.of(drawn(random, share, 300));
            assertThat(Jump.in(drawn(random, share, Jump.MANY), earlier)).as("look %d", look).isEmpty();
        }
    }

    @Test
    void newReason_isNamed_andTheUsualOneIsNot() {
        List<Optional<String>> newest = new ArrayList<>(votes(4, 190));
        newest.addAll(0, Collections.nCopies(10, Optional.of("captcha")));
        assertThat(Jump.in(newest, TWO_PERCENT)).extracting(Jump::reason).containsExactly("captcha");
    }

    @Test
    void mostOfTheVotes_areAnAlarm_whateverWasBefore() {
        Tally trouble = new Tally(9_000, Map.of(REASON, 9_000L));
        assertThat(Jump.in(votes(200, 200), trouble)).hasSize(1);
        assertThat(Jump.in(votes(11, 20), Tally.NONE)).hasSize(1);
        assertThat(Jump.in(votes(10, 20), Tally.NONE)).isEmpty();
        assertThat(Jump.in(votes(19, 19), Tally.NONE)).as("too few").isEmpty();
    }

    @Test
    void earlierShare_isAPercentage_whereThereWasOne() {
        assertThat(new Jump(REASON, 20, 20, 100, 4_800).earlierPercent()).isEqualTo("2.1");
        assertThat(new Jump(REASON, 20, 20, 0, 0).earlierPercent()).isNull();
    }
}
