package org.dohyo.leaderboard.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class VoterBoundsTest {

    private final VoterBounds bounds = new VoterBounds();

    @Test
    void boundIsNeverTooLow_andSeldomTooHigh() {
        Random random = new Random(1);
        Map<CategoryCounts.Tag, Integer> votes = new HashMap<>();
        for (int voter = 0; voter < 100_000; voter++) {
            CategoryCounts.Tag tag = tag(random);
            for (int times = random.nextInt(3); times >= 0; times--) {
                int more = 1 + random.nextInt(10);
                bounds.add(tag, more);
                votes.merge(tag, more, Integer::sum);
            }
        }
        assertThat(votes.entrySet().stream().filter(voter -> bounds.of(voter.getKey()) < voter.getValue())).isEmpty();
        long exact = votes.entrySet().stream().filter(voter -> bounds.of(voter.getKey()) == voter.getValue()).count();
        assertThat(exact).isGreaterThan(votes.size() * 9L / 10);
    }

    @Test
    void aCounterThatIsFull_staysFull() {
        CategoryCounts.Tag voter = tag(new Random(2));
        bounds.add(voter, 100);
        bounds.add(voter, 1_000_000_000_000L);
        bounds.add(voter, 1);
        assertThat(bounds.of(voter)).isEqualTo(Byte.MAX_VALUE);
    }

    private static CategoryCounts.Tag tag(Random random) {
        byte[] tag = new byte[32];
        random.nextBytes(tag);
        return new CategoryCounts.Tag(tag);
    }
}
