package org.dohyo.leaderboard.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.dohyo.leaderboard.agreement.Agreement.Basis;
import org.dohyo.leaderboard.agreement.Agreement.Shared;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final Tally WIN = new Tally(3, 1, 1);
    private static final Tally DEFEAT = new Tally(0, 1, 0);
    private static final Tally TIE = new Tally(1, 1, 5);

    private static List<Shared> times(int n, Tally people, Tally judges) {
        return Collections.nCopies(n, new Shared(people, judges));
    }

    private static List<Shared> all(Stream<List<Shared>> parts) {
        return parts.flatMap(List::stream).toList();
    }

    private static Agreement of(List<Shared> prompts, List<Shared> pairs) {
        return Agreement.of("judge", prompts, pairs, 7, Instant.EPOCH);
    }

    @Test
    void sharedPrompts_areMeasured() {
        // 20 equal wins, 10 equal defeats, 5 wins that judges took for defeats, 5 ties that they took for wins.
        Agreement agreement = of(
                all(Stream.of(times(20, WIN, WIN), times(10, DEFEAT, DEFEAT), times(5, WIN, DEFEAT),
                        times(5, TIE, WIN))),
                times(50, WIN, WIN));
        assertThat(agreement.basis()).isEqualTo(Basis.PROMPTS);
        assertThat(agreement.comparisons()).isEqualTo(40);
        assertThat(agreement.agreed()).isEqualTo(0.75);
        // p_e = (25·25 + 10·15 + 5·0) / 40²
        double chance = (25 * 25 + 10 * 15) / 1600.0;
        assertThat(agreement.kappa().value()).isCloseTo((0.75 - chance) / (1 - chance), within(1e-12));
        assertThat(agreement.kappa().low()).isLessThan(agreement.kappa().value());
        assertThat(agreement.alpha().low()).isLessThan(agreement.alpha().value());
        assertThat(agreement.alpha().high()).isGreaterThan(agreement.alpha().value()).isLessThanOrEqualTo(1);
    }

    @Test
    void fewPrompts_giveWayToPairsOfModels_byWhoWonMoreOften() {
        Tally moreWins = new Tally(4, 3, 20);
        Agreement agreement = of(times(9, WIN, WIN), all(Stream.of(times(6, moreWins, WIN), times(6, DEFEAT, DEFEAT))));
        assertThat(agreement.basis()).isEqualTo(Basis.MODELS);
        assertThat(agreement.comparisons()).isEqualTo(12);
        assertThat(agreement.kappa().value()).isEqualTo(1);
        assertThat(agreement.prompts()).isEqualTo(9);
    }

    @Test
    void tooLittle_isSaidSo() {
        Agreement agreement = of(times(9, WIN, WIN), times(9, WIN, WIN));
        assertThat(agreement.basis()).isEqualTo(Basis.NONE);
        assertThat(agreement.agreed()).isNull();
        assertThat(agreement.kappa()).isNull();
        assertThat(AgreementView.of(agreement).enough()).isFalse();
    }

    @Test
    void oneVerdictOnly_hasNoMeasure() {
        Agreement agreement = of(times(30, WIN, WIN), List.of());
        assertThat(agreement.agreed()).isEqualTo(1);
        assertThat(agreement.kappa()).isNull();
        assertThat(AgreementView.of(agreement).kappa()).isEqualTo("–");
        assertThat(AgreementView.of(agreement).agreed()).isEqualTo("100%");
    }

    @Test
    void commonest_isATieWhereTwoAreEquallyCommon() {
        assertThat(new Tally(2, 2, 1).commonest()).isEqualTo(new Tally(0, 0, 1).commonest());
        assertThat(new Tally(2, 1, 2).commonest()).isEqualTo(new Tally(0, 0, 1).commonest());
        assertThat(new Tally(2, 1, 2).preferred()).isEqualTo(new Tally(1, 0, 0).commonest());
    }
}
