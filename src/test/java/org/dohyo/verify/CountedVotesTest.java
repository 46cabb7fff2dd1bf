package org.dohyo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.dohyo.log.tree.LogFormatException;
import org.junit.jupiter.api.Test;

/** Which votes are first uses of suggested prompts, and which are on the same prompt. */
class CountedVotesTest {

    private final CountedVotes votes = new CountedVotes();
    private long size;

    private void entry(String kind, int vote, int voter, String group, Map<String, Object> others) {
        Map<String, Object> entry = new TreeMap<>(Map.of("kind", kind, "vote", new UUID(0, vote).toString(), "modelA",
                Map.of("slug", "a"), "modelB", Map.of("slug", "b"), "outcome", "A", "categories", List.of("overall"),
                "voterTag", "voter " + voter, "counted", true, "stratum", "SUGGESTED"));
        entry.put("promptGroup", group);
        entry.putAll(others);
        votes.add(size++, Leaf.json(LogFolder.json(entry)));
    }

    private void cast(int vote, int voter, String group) {
        entry("CAST", vote, voter, group, Map.of());
    }

    private static String group(int number) {
        return String.format("%016x", number).repeat(4);
    }

    private int[] firstUses() {
        return Arrays.stream(votes.counted("overall", size)).filter(votes::firstUse).toArray();
    }

    @Test
    void firstVoteOfEachVoterOnEachPrompt_isAFirstUse() {
        cast(0, 1, group(1));
        cast(1, 1, group(1));
        cast(2, 1, group(2));
        cast(3, 2, group(1));
        entry("CAST", 4, 3, group(1), Map.of("stratum", "OWN"));
        cast(5, 3, null);
        cast(6, 3, group(1));
        assertThat(firstUses()).containsExactly(0, 2, 3, 6);
    }

    @Test
    void firstUseThatDoesntCount_isntReplaced_butReturns() {
        entry("CAST", 0, 1, group(1), Map.of("counted", false));
        cast(1, 1, group(1));
        assertThat(firstUses()).isEmpty();
        entry("LEAVE_OUT", 2, 2, group(1), Map.of());
        cast(3, 2, group(1));
        assertThat(firstUses()).isEmpty();
        cast(4, 3, group(1));
        entry("WITHDRAW", 4, 3, group(1), Map.of());
        cast(5, 3, group(1));
        assertThat(firstUses()).isEmpty();
        entry("RESTORE", 4, 3, group(1), Map.of());
        assertThat(firstUses()).hasSize(1);
    }

    @Test
    void groups_areNumbered_unknownOnesArent() {
        cast(0, 1, group(7));
        cast(1, 2, null);
        cast(2, 3, group(7));
        cast(3, 4, group(8));
        assertThat(votes.prompt(0)).isEqualTo(votes.prompt(2)).isNotEqualTo(votes.prompt(3));
        assertThat(votes.prompt(1)).isNegative();
        assertThatThrownBy(() -> cast(4, 5, "no group")).isInstanceOf(LogFormatException.class);
    }
}
