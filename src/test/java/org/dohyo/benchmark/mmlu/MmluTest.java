package org.dohyo.benchmark.mmlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dohyo.benchmark.runner.QuestionFileException;
import org.dohyo.benchmark.runner.QuestionFileMessages;
import org.dohyo.benchmark.runner.QuestionSet;
import org.dohyo.benchmark.runner.RunCallResult;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.support.EnglishWords;
import org.dohyo.support.FileMessages;
import org.dohyo.web.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MmluTest {

    private static final Languages LANGUAGES = new Languages(List.of("en", "ja"), "en");
    private static final String TEST = "\"Which, if any?\",one,two,three,four,B\nWhat \"\"?,1,2,3,4,D\n".replace("\"\"",
            "");
    private static final Map<String, String> FILES = Map.of("data/dev/physics_dev.csv", "Solved?,1,2,3,4,C\n",
            "data/test/physics_test.csv", TEST);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "B | B",
            "`b` | B",
            "(C) Paris | C",
            "Ｄ | D",
            "Ｂ。理由は次のとおりです。 | B",
            "**A.** One | A",
            "A is right. | A",
            "「C」です。 | C",
            "The answer is D. | D",
            "It is not A. The correct answer: C | C",
            "答えはＢです。 | B",
            "正解：Ｃ | C",
            "選択肢Aが正しいです。 | A",
            "I would go for option (B). | B",
            "London, so B | B",
            "A) 12 | A" })
    void letter_isRead(String said, MmluLetter letter) {
        assertThat(MmluLetter.of(said)).contains(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "I don't know.", "A dog barks.", "Either B or C.", "E", "分かりません。", "Definitely" })
    void whatGivesNoLetter_isUnreadable(String said) {
        assertThat(MmluLetter.of(said)).isEmpty();
    }

    @Test
    void likeliestLetter_winsAmongTokens() {
        assertThat(MmluLetter.likeliest(Map.of(" B", -1.2, "A", -0.9, "The", -0.1, "Ｃ", -3.0))).contains(MmluLetter.A);
        assertThat(MmluLetter.likeliest(Map.of("The", -0.1))).isEmpty();
        assertThat(MmluLetter.likeliest(Map.of())).isEmpty();
    }

    @Test
    void csv_isReadBySubjectAndSplit() {
        MmluSet set = MmluSet.read(FILES, LANGUAGES);
        assertThat(set.questions()).extracting(MmluQuestion::question).containsExactly("Which, if any?", "What ?");
        assertThat(set.questions()).extracting(MmluQuestion::subject).containsOnly("physics");
        assertThat(set.examples(set.questions().get(0), 5)).extracting(MmluQuestion::answer)
                .containsExactly(MmluLetter.C);
    }

    @Test
    void prompt_hasTheOriginalsForm() {
        MmluSet set = MmluSet.read(FILES, LANGUAGES);
        assertThat(MmluPrompt.of(set.questions().get(0), set.examples())).endsWith("""
                letter alone.

                Solved?
                A. 1
                B. 2
                C. 3
                D. 4
                Answer: C

                Which, if any?
                A. one
                B. two
                C. three
                D. four
                Answer:""").startsWith("The following are multiple choice questions (with answers) about physics.");
        assertThat(MmluPrompt.of(set.questions().get(0), List.of())).doesNotContain("Solved?");
    }

    @Test
    void archives_areUnpacked() throws IOException {
        for (byte[] archive : List.of(zip(), tar(), gzip(tar()))) {
            assertThat(MmluArchive.isArchive(archive)).isTrue();
            assertThat(MmluArchive.unpack(archive)).isEqualTo(FILES);
        }
        assertThat(MmluArchive.isArchive(TEST.getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThatThrownBy(() -> MmluArchive.unpack(new byte[] { 0x1f, (byte) 0x8b, 0 }))
                .isInstanceOf(QuestionFileException.class);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("data/README.txt"));
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Map.Entry<String, String>> all = new ArrayList<>(FILES.entrySet());
        all.add(0, Map.entry("data/val/physics_val.csv", "left aside"));
        for (Map.Entry<String, String> file : all) {
            byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
            byte[] header = new byte[512];
            System.arraycopy(file.getKey().getBytes(StandardCharsets.UTF_8), 0, header, 0, file.getKey().length());
            System.arraycopy("%011o\0".formatted(content.length).getBytes(StandardCharsets.UTF_8), 0, header, 124, 12);
            System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, header, 257, 5);
            bytes.write(header);
            bytes.write(content);
            bytes.write(new byte[(512 - content.length % 512) % 512]);
        }
        bytes.write(new byte[1024]);
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void prompt_speaksTheQuestionsLanguage_elseEnglish() {
        assertThat(MmluPrompt.of(physics("ja"), List.of())).startsWith("次は、physicsに関する四択問題と答えです。")
                .endsWith("\n答え:");
        assertThat(MmluPrompt.of(physics("de"), List.of())).isEqualTo(MmluPrompt.of(physics("en"), List.of()));
    }

    private static MmluQuestion physics(String language) {
        return new MmluQuestion("physics", language, "100%?", List.of("1", "2", "3", "4"), MmluLetter.A);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Why?,1,2,3,A | has 5 fields instead of 6",
            "Why?,1,2,3,4,E | has an answer that is none of A, B, C, D",
            ",1,2,3,4,A | has no question" })
    void wrongRow_isRefusedByPlaceAndReason(String row, String reason) {
        assertThatThrownBy(() -> MmluSet.read(Map.of("x_test.csv", "Fine?,1,2,3,4,A\n" + row), LANGUAGES))
                .isInstanceOfSatisfying(QuestionFileException.class,
                        e -> assertThat(e.in(EnglishWords.of(QuestionFileMessages.class),
                                EnglishWords.of(FileMessages.class)))
                                .isEqualTo(new QuestionFileException.Wrong("x_test.csv, line 2", reason)));
    }

    @Test
    void fileWithoutTestSplit_isRefused() {
        assertThatThrownBy(() -> MmluSet.read(Map.of("physics_dev.csv", TEST), LANGUAGES))
                .isInstanceOf(QuestionFileException.class);
    }

    @Test
    void scores_areSharesWithWilson_andUnreadableAnswersAreWrong() {
        QuestionSet set = new QuestionSet(1, "x", false, MmluSet.read(FILES, LANGUAGES));
        List<RunCallResult> done = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            done.add(
                    new RunCallResult(RunItemKind.CHOICE, i % 2, 1, "a", null, i < 5 ? 1.0 : 0.0, i == 9 ? null : "B"));
        }
        List<RunScore> scores = new Mmlu(LANGUAGES).scores(set, done);
        assertThat(scores).hasSize(4);
        RunScore overall = scores.get(0);
        // statsmodels: proportion_confint(5, 10, method='wilson') gives 0.23659, 0.76341.
        assertThat(overall.value()).isEqualTo(0.5);
        assertThat(overall.low()).isCloseTo(0.23659, within(1e-5));
        assertThat(overall.high()).isCloseTo(0.76341, within(1e-5));
        assertThat(scores.get(1).metric()).isEqualTo("unparseable");
        assertThat(scores.get(1).value()).isEqualTo(0.1);
        assertThat(scores.get(2).scenario()).isEqualTo("physics");
    }

    @Test
    void ownChoices_haveSixSubjectsInEachLanguage_withExamples() {
        MmluSet set = new Mmlu(LANGUAGES).shipped();
        Map<String, List<MmluQuestion>> byLanguage = set.questions().stream()
                .collect(Collectors.groupingBy(MmluQuestion::language));
        assertThat(byLanguage).containsOnlyKeys("en", "ja");
        byLanguage.forEach((language, questions) -> {
            assertThat(questions).hasSize(36);
            assertThat(questions.stream().map(MmluQuestion::subject).distinct()).hasSize(6)
                    .allMatch(subject -> subject.startsWith("ja_") == language.equals("ja"));
        });
        assertThat(set.questions()).allSatisfy(question -> {
            assertThat(question.choices()).doesNotHaveDuplicates();
            assertThat(set.examples(question, 5)).hasSize(2).doesNotContain(question);
        });
    }
}
