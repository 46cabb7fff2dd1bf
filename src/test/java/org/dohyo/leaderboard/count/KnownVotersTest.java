package org.dohyo.leaderboard.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.dohyo.leaderboard.count.KnownVoters.Known;
import org.junit.jupiter.api.Test;

class KnownVotersTest {

    private final KnownVoters known = new KnownVoters();

    private static CategoryCounts.Tag tag(Random random) {
        byte[] tag = new byte[32];
        random.nextBytes(tag);
        return new CategoryCounts.Tag(tag);
    }

    @Test
    void voter_isUnknown_untilLookedUp_andAgainOnceThereMayBeManyVotes() {
        CategoryCounts.Tag voter = tag(new Random(1));
        assertThat(known.add(voter, 1)).isEqualTo(Known.UNKNOWN);
        known.put(voter, FrequentVoters.FEW - 1);
        assertThat(known.add(voter, 1)).isEqualTo(Known.SELDOM);
        assertThat(known.add(voter, 1)).isEqualTo(Known.UNKNOWN);
        assertThat(known.add(voter, Integer.MAX_VALUE / 2)).isEqualTo(Known.UNKNOWN);
        known.put(voter, KnownVoters.FREQUENT);
        assertThat(known.add(voter, 1_000)).isEqualTo(Known.FREQUENT);
    }

    /** More voters than there is room for: some are forgotten, and nobody is taken for another. */
    @Test
    void nobody_isTakenForSeldomWhoHasManyVotes() {
        Random random = new Random(2);
        Map<CategoryCounts.Tag, Integer> votes = new HashMap<>();
        int seldom = 0;
        for (int i = 0; i < 2_000_000; i++) {
            CategoryCounts.Tag voter = tag(new Random(random.nextInt(700_000)));
            int cast = votes.merge(voter, 1, Integer::sum);
            Known answer = known.add(voter, 1);
            if (answer == Known.UNKNOWN) {
                known.put(voter, cast > FrequentVoters.FEW ? KnownVoters.FREQUENT : cast);
            } else {
                assertThat(answer).isEqualTo(cast > FrequentVoters.FEW ? Known.FREQUENT : Known.SELDOM);
                seldom++;
            }
        }
        assertThat(seldom).as("of whom most were remembered").isGreaterThan(600_000);
    }
}
