package org.dohyo.dataset.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = { "x\u0001", "\u202eabc", "a\nb", "a\tb", "a\u2028b", "\u0085", "\ud800", "a\udc00b", "\u061c",
                    "\u200e", "\u200f", "\u202a", "\u2066", "\u2069" })
    void steeringCharacters_areRefused(String line) {
        assertThat(line.matches(PublicLine.PLAIN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Autumn 2026 (ja)", "秋の公開版", "<b>`]|", "عربي", "😀 family 👨\u200d👩\u200d👧" })
    void whatPeopleWrite_isNot(String line) {
        assertThat(line.matches(PublicLine.PLAIN)).isTrue();
    }

    @Test
    void title_isTextInTheDataCard() {
        Release release = new Release();
        release.title = "x <b>`]|\n# head";
        release.license = License.CC0_1_0;
        release.category = "";
        release.language = "";
        release.records = 1L;
        release.publishedAt = Instant.EPOCH;
        release.checkpoint = "log\n";
        ReleaseFile file = new ReleaseFile();
        file.name = "votes.jsonl.gz";
        String card = new DataCard(release, "https://arena.example/data/1/", List.of(file), Map.of(), List.of())
                .markdown();
        assertThat(card).startsWith("# x \\<b\\>\\`\\]\\| \\# head\n\nVotes on pairs");
        assertThat(card.lines().filter(line -> line.startsWith("# "))).hasSize(1);
    }
}
