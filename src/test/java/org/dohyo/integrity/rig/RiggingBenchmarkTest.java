package org.dohyo.integrity.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.dohyo.integrity.rig.RiggingRun.Outcome;
import org.junit.jupiter.api.Test;

/**
 * Attacks on a simulated arena with the product's own matchmaking, ratings, ranges of ranks and detectors; seeds are
 * 0 … n−1. The suite takes two; {@code ./mvnw test -Pproof -Dtest=RiggingBenchmarkTest} makes the figures of
 * docs/integrity.md.
 */
class RiggingBenchmarkTest {

    private static final int SEEDS = Integer.getInteger("dohyo.rigging.seeds", 2);
    private static final boolean FULL = SEEDS >= 20;
    private static final int[] BUDGETS = FULL ? new int[] { 200, 1_000 } : new int[] { 1_000 };
    private static final int[] PER_ACCOUNT = FULL ? new int[] { 10, 20, 50 } : new int[] { 10, 20 };

    private record Attack(Attacker attacker, int budget, int perAccount) {

        double mostGain() {
            return perAccount < 20 ? 1 : 0.5;
        }

        String row(List<Outcome> outcomes) {
            return "| %s | %d | %d | %.2f | %.2f | %.0f | %.3f | %.3f | %.4f | %.4f | %.2f |".formatted(
                    attacker.title(), budget, perAccount, mean(outcomes, Outcome::undefended),
                    mean(outcomes, Outcome::defended),
                    outcomes.stream().mapToDouble(Outcome::defended).max().orElseThrow(),
                    mean(outcomes, outcome -> outcome.containedUndefended() ? 1 : 0),
                    mean(outcomes, outcome -> outcome.contained() ? 1 : 0), mean(outcomes, Outcome::excluded),
                    mean(outcomes, Outcome::quarantined), mean(outcomes, Outcome::stopped));
        }
    }

    private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).average().orElseThrow();
    }

    @Test
    void attacksGainLittle_andHonestVotersKeepTheirVotes() {
        Map<Attack, List<Outcome>> outcomes = new LinkedHashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            RiggingRun arena = new RiggingRun(seed);
            for (Attack attack : attacks()) {
                outcomes.computeIfAbsent(attack, unused -> new ArrayList<>())
                        .add(arena.attack(attack.attacker(), attack.budget(), attack.perAccount()));
            }
        }
        outcomes.forEach((attack, each) -> System.out.println(attack.row(each)));
        assertThat(outcomes).allSatisfy((attack, each) -> {
            assertThat(mean(each, Outcome::excluded)).as(attack + " excludes").isLessThanOrEqualTo(0.01);
            assertThat(mean(each, Outcome::quarantined)).as(attack + " quarantines").isLessThanOrEqualTo(0.05);
            if (attack.attacker().gated()) {
                assertThat(mean(each, Outcome::defended)).as(attack + " gains")
                        .isLessThanOrEqualTo(attack.mostGain());
                assertThat(mean(each, outcome -> outcome.contained() ? 1 : 0)).as(attack + " is within the range")
                        .isGreaterThanOrEqualTo(0.95);
            }
        });
    }

    private static List<Attack> attacks() {
        List<Attack> attacks = new ArrayList<>();
        for (Attacker attacker : Attacker.values()) {
            if (attacker == Attacker.APATHETIC) {
                attacks.add(new Attack(attacker, RiggingRun.HISTORY / 9, 20));
            } else if (FULL || attacker.gated()) {
                for (int budget : BUDGETS) {
                    for (int perAccount : PER_ACCOUNT) {
                        attacks.add(new Attack(attacker, budget, perAccount));
                    }
                }
            }
        }
        return attacks;
    }
}
