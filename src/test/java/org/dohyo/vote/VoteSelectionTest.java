package org.dohyo.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;

import org.dohyo.vote.VoteSelection.Kind;
import org.dohyo.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoteSelectionTest {

    @Test
    void addressOfAPage_hasTheSearchAlone() {
        VoteSelection all = VoteSelection.of(false, false, " ", "", "");
        assertThat(all.searched()).isFalse();
        assertThat(all.query(null)).isEmpty();
        VoteSelection some = VoteSelection.of(false, true, " east ", "a&b=c 針", "ABCD");
        assertThat(some.searched()).isTrue();
        assertThat(some.query(Instant.parse("2026-01-31T09:00:00Z")))
                .isEqualTo("uncounted=true&model=east&q=a%26b%3Dc+%E9%87%9D&voter=abcd"
                        + "&before=2026-01-31T09%3A00%3A00Z");
        assertThat(some.with(Kind.EXCLUDED).withoutSearch().query(null)).isEqualTo("excluded=true");
    }

    @Test
    void beginningOfATag_standsForAllTagsThatBeginWithIt() {
        VoteSelection some = VoteSelection.of(false, false, "", "", "0f1e2");
        assertThat((byte[]) some.values().get("leastTag")).hasSize(32)
                .startsWith(HexFormat.of().parseHex("0f1e2000")).endsWith(0);
        assertThat((byte[]) some.values().get("greatestTag")).hasSize(32)
                .startsWith(HexFormat.of().parseHex("0f1e2fff")).endsWith(-1);
    }

    @Test
    void searchStopsEarly_onlyWhereNoIndexLeadsToTheVotes() {
        assertThat(VoteSelection.of(false, false, "east", "words", "").byWordsOfAnyone()).isTrue();
        assertThat(VoteSelection.of(false, false, "", "words", "abcd").byWordsOfAnyone()).isFalse();
        assertThat(VoteSelection.of(false, false, "east", "", "").byWordsOfAnyone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "abc", "xyzw", "0123 4567",
            "00000000000000000000000000000000000000000000000000000000000000000" })
    void whatIsNoTag_isRefused(String voter) {
        assertThatThrownBy(() -> VoteSelection.of(false, false, "", "", voter)).isInstanceOf(Refusal.class);
    }
}
