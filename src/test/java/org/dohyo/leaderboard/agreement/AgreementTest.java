package org.dohyo.leaderboard.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.board.PairResult;
import org.junit.jupiter.api.Test;

class AgreementTest {

    /** Pairs of a model with others, which it wins more often, less often, or as often. */
    private static List<PairResult> pairs(String outcomes) {
        return IntStream.range(0, outcomes.length()).mapToObj(i -> switch (outcomes.charAt(i)) {
            case 'w' -> PairResult.of("m", "other-" + i, 3, 1, 5, 0);
            case 'l' -> PairResult.of("m", "other-" + i, 0, 1, 0, 1);
            default -> PairResult.of("m", "other-" + i, 2, 2, 0, 0);
        }).toList();
    }

    private static Agreement of(String judges, String people) {
        return Agreement.of("judge", pairs(judges), pairs(people));
    }

    @Test
    void verdicts_areCompared() {
        // 6 equal wins, 6 equal defeats, 2 wins that judges take for defeats, 2 ties that they take for wins
        Agreement agreement = of("wwwwwwllllllllww", "wwwwwwllllllwwtt");
        assertThat(agreement.pairs()).isEqualTo(16);
        assertThat(agreement.agreed()).isEqualTo(0.75);
        // About half of the pairs have either verdict by chance, and two of sixteen are ties for people.
        assertThat(agreement.kappa().value()).isCloseTo((0.75 - 0.4375) / (1 - 0.4375), within(0.05));
        assertThat(agreement.kappa().low()).isLessThan(agreement.kappa().value());
        assertThat(agreement.alpha().low()).isLessThan(agreement.alpha().value());
        assertThat(agreement.alpha().high()).isGreaterThan(agreement.alpha().value()).isLessThanOrEqualTo(1);
        assertThat(agreement.judgements()).isEqualTo(8 * 9 + 8 * 2);
        assertThat(AgreementView.of(agreement).agreed()).isEqualTo("75%");
    }

    @Test
    void orderOfAPair_doesNotMatter() {
        List<PairResult> turned = pairs("wwwwwlllllll").stream().map(pair -> pair.seenFrom(pair.modelB())).toList();
        assertThat(Agreement.of("judge", turned, pairs("wwwwwlllllll")).kappa().value()).isEqualTo(1);
    }

    /** Models are numbered as they come, often the best first: that must not look like chance. */
    @Test
    void betterModelsThatComeFirst_lowerNoMeasure() {
        assertThat(of("wwwwwwwwwwwwllll", "wwwwwwwwwwwwwwww").kappa().value()).isCloseTo(0.5, within(0.05));
        assertThat(of("wwwwwwwwwwwwllll", "wwwwwwwwwwwwwwww").alpha().value()).isCloseTo(0.5, within(0.05));
        assertThat(of("wwwwwwwwwwww", "wwwwwwwwwwww").kappa().value()).isEqualTo(1);
    }

    @Test
    void onlySharedPairsCount_andFewSayNothing() {
        Agreement agreement = of("wlwlwlwlw", "wlwlwlwlwlwl");
        assertThat(agreement.pairs()).isEqualTo(9);
        assertThat(agreement.agreed()).isNull();
        assertThat(agreement.kappa()).isNull();
        assertThat(AgreementView.of(agreement).enough()).isFalse();
    }

    @Test
    void oneVerdictOnly_hasNoMeasure() {
        Agreement agreement = of("tttttttttttt", "tttttttttttt");
        assertThat(agreement.agreed()).isEqualTo(1);
        assertThat(agreement.kappa()).isNull();
        assertThat(AgreementView.of(agreement).kappa()).isEqualTo("–");
    }
}
