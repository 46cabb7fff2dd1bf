package org.dohyo.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

/** On short prompts of our own in src/test/resources/text/languages.tsv: language, tab, prompt. */
class LanguageTest {

    private record Prompt(String language, String text) {
    }

    private static List<Prompt> prompts() throws IOException {
        try (InputStream file = LanguageTest.class.getResourceAsStream("/text/languages.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"))
                    .map(cells -> new Prompt(cells[0], cells[1])).toList();
        }
    }

    private static boolean right(Prompt prompt) {
        return Language.of(prompt.text()).slug().equals(prompt.language());
    }

    @Test
    void scripts_decideWithoutError() throws IOException {
        assertThat(prompts()).filteredOn(prompt -> List.of("japanese", "chinese", "korean").contains(prompt.language()))
                .hasSize(8).allMatch(LanguageTest::right);
    }

    /** Short prompts are hard: nine in ten is what the detector reaches, and each word more helps it. */
    @Test
    void shortPromptsInLatinScript_areToldInNineOfTen() throws IOException {
        List<Prompt> prompts = prompts();
        assertThat(prompts.stream().filter(LanguageTest::right).count())
                .isGreaterThanOrEqualTo(prompts.size() * 9 / 10);
    }

    @Test
    void code_doesNotDecide() {
        assertThat(Language.of("このコードを直して\n```python\nfor item in items:\n    print(item.name, item.value)\n```\n"))
                .isEqualTo(Language.JAPANESE);
        assertThat(Language.of("")).isEqualTo(Language.OTHER);
        assertThat(Language.of("```\nint main() { return 0; }\n```")).isEqualTo(Language.OTHER);
    }

    @Test
    void chineseBrandInKana_andJapaneseWithoutMuchKana() {
        assertThat(Language.of("请介绍一下日本的动画公司「ジブリ」的历史、代表作品以及它对世界动画产业产生的深远影响，并说明其艺术风格的主要特点和传承方式，谢谢，"
                + "同时请比较它与其他国家动画公司的不同之处。")).isEqualTo(Language.CHINESE);
        assertThat(Language.of("東京都渋谷区の人口密度は？")).isEqualTo(Language.JAPANESE);
    }
}
