package org.dohyo.project.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.dohyo.project.queue.PairBlocks.Answered;
import org.dohyo.project.queue.PairBlocks.Pairing;
import org.junit.jupiter.api.Test;

class PairBlocksTest {

    private static List<Answered> prompts(int prompts, int models) {
        List<Long> all = LongStream.rangeClosed(1, models).boxed().toList();
        return LongStream.rangeClosed(1, prompts).mapToObj(prompt -> new Answered(prompt, all)).toList();
    }

    private static long spread(List<Pairing> plan, Function<Pairing, Object> by) {
        Map<Object, Long> counts = plan.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
        return counts.values().stream().mapToLong(n -> n).max().orElse(0)
                - counts.values().stream().mapToLong(n -> n).min().orElse(0);
    }

    @Test
    void whole_plan_hasEachPairOnceAtEachPrompt() {
        List<Pairing> plan = new PairBlocks(prompts(40, 7), Set.of(), 1).plan(21);
        assertThat(plan).hasSize(40 * 21).doesNotHaveDuplicates()
                .allSatisfy(item -> assertThat(item.modelA()).isLessThan(item.modelB()));
    }

    @Test
    void block_hasEachPromptOnce_andPairsStayBalancedHoweverFarItIsJudged() {
        List<Pairing> plan = new PairBlocks(prompts(40, 7), Set.of(), 1).plan(21);
        assertThat(plan.subList(0, 40).stream().map(Pairing::prompt)).doesNotHaveDuplicates();
        for (int judged : new int[] { 40, 77, 200, 500 }) {
            List<Pairing> part = plan.subList(0, judged);
            assertThat(spread(part, item -> List.of(item.modelA(), item.modelB()))).as("after %s", judged)
                    .isLessThanOrEqualTo(2);
            assertThat(spread(part, Pairing::prompt)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void promptsWithOneAnswer_haveNoPair_andGapsAreLeftOut() {
        List<Pairing> plan = new PairBlocks(
                List.of(new Answered(1, List.of(1L)), new Answered(2, List.of(3L, 1L)), new Answered(3, List.of())),
                Set.of(), 1).plan(9);
        assertThat(plan).containsExactly(new Pairing(2, 1, 3));
    }

    @Test
    void plan_isExtended_byWhatItDoesNotHave() {
        List<Pairing> first = new PairBlocks(prompts(10, 4), Set.of(), 1).plan(2);
        List<Pairing> more = new PairBlocks(prompts(10, 5), Set.copyOf(first), 1).plan(4);
        assertThat(first).hasSize(20);
        assertThat(more).hasSize(20).doesNotContainAnyElementsOf(first);
        assertThat(new PairBlocks(prompts(10, 4), Set.copyOf(first), 1).plan(2)).isEmpty();
    }
}
