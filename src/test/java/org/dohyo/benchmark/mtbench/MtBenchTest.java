package org.dohyo.benchmark.mtbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.benchmark.runner.QuestionFileException;
import org.dohyo.benchmark.runner.QuestionFileMessages;
import org.dohyo.benchmark.runner.QuestionSet;
import org.dohyo.benchmark.runner.RunCallPlan;
import org.dohyo.benchmark.runner.RunCallResult;
import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.benchmark.runner.RunSettings;
import org.dohyo.provider.Message;
import org.dohyo.support.EnglishWords;
import org.dohyo.support.FileMessages;
import org.dohyo.web.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtBenchTest {

    private static final Languages LANGUAGES = new Languages(List.of("en", "ja"), "en");
    private final MtBench runner = new MtBench(LANGUAGES);

    static MtBenchSet own(String language) {
        try (InputStream in = MtBenchTest.class
                .getResourceAsStream("/benchmark/mt-bench/dohyo-1/" + language + ".jsonl")) {
            return MtBenchSet.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), LANGUAGES);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void ownQuestions_haveTwoTurnsOfEachKind_andReferencesWhereOneAnswerIsRight(String language) {
        List<MtBenchQuestion> questions = own(language).questions();
        Map<MtBenchKind, Long> kinds = questions.stream()
                .collect(Collectors.groupingBy(MtBenchQuestion::kind, Collectors.counting()));
        assertThat(kinds).hasSize(8).allSatisfy((kind, count) -> assertThat(count).isEqualTo(2));
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.language()).isEqualTo(language);
            assertThat(question.turns()).hasSize(2);
            assertThat(question.reference(1).isPresent()).isEqualTo(question.kind().guided());
            assertThat(question.reference(2).isPresent()).isEqualTo(question.kind().guided());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "x | is no JSON object",
            "[] | is no JSON object",
            "{\"category\":\"math\",\"turns\":[\"a\"]} | has no question_id that is a whole number",
            "{\"question_id\":1,\"category\":\"maths\",\"turns\":[\"a\"]} | has a category that is none of the eight",
            "{\"question_id\":1,\"category\":\"math\",\"turns\":[]} | must have 1 to 8 turns",
            "{\"question_id\":1,\"category\":\"math\",\"turns\":\"a\"} | is no list",
            "{\"question_id\":1,\"category\":\"math\",\"turns\":[1]} | has an entry that is no text" })
    void wrongLine_isRefusedByPlaceAndReason(String line, String reason) {
        String file = "{\"question_id\":7,\"category\":\"math\",\"turns\":[\"a\"]}\n" + line + "\n";
        assertThatThrownBy(() -> MtBenchSet.read(file, LANGUAGES)).isInstanceOfSatisfying(QuestionFileException.class,
                e -> {
                    QuestionFileException.Wrong wrong = e.in(EnglishWords.of(QuestionFileMessages.class),
                            EnglishWords.of(FileMessages.class));
                    assertThat(wrong.place()).startsWith("line 2");
                    assertThat(wrong.reason()).isEqualTo(reason);
                });
    }

    /** A language that the arena doesn't have counts as its standard one. */
    @ParameterizedTest
    @CsvSource({ "'en,ja,de',de", "'en,ja',en" })
    void question_isOfALanguageOfTheArena(String languages, String language) {
        String german = "{\"question_id\":1,\"category\":\"writing\",\"turns\":[\"Schreibe bitte einen kurzen Brief an "
                + "deine Großmutter, in dem du ihr von deinem neuen Garten erzählst.\"]}";
        MtBenchSet set = MtBenchSet.read(german, new Languages(List.of(languages.split(",")), "en"));
        assertThat(set.questions()).extracting(MtBenchQuestion::language).containsExactly(language);
        QuestionSet stored = new QuestionSet(1, "letters", false, set);
        assertThat(runner.steps(stored, new RunSettings(false, null, language), List.of(5L), 9L)).hasSize(2);
        assertThat(runner.steps(stored, new RunSettings(false, null, "ja"), List.of(5L), 9L)).isEmpty();
    }

    private static QuestionSet set() {
        return new QuestionSet(1, "dohyo-1", true, own("en"));
    }

    @Test
    void steps_askEachModelEachTurn_andJudgeAll() {
        List<RunCallPlan> steps = runner.steps(set(), new RunSettings(true, null, null), List.of(5L, 6L), 9L);
        assertThat(steps).hasSize(16 * (2 * 2 * 2 + 2)).doesNotHaveDuplicates();
        assertThat(steps).allSatisfy(step -> assertThat(step.callee())
                .isEqualTo(step.kind() == RunItemKind.ANSWER ? step.model() : 9L));
        assertThat(runner.steps(set(), new RunSettings(true, null, "ja"), List.of(5L), 9L)).isEmpty();
    }

    @Test
    void secondTurn_carriesTheFirstAnswer() {
        RunItem item = new RunItem(1, null, "mt-bench", 1, new RunCallPlan(RunItemKind.ANSWER, 0, 2, 5, null, 5), 1,
                false, 1,
                new RunSettings(false, null, null));
        List<Message> messages = runner.ask(item, set(), Map.of(5L, List.of("Dear captain"))).messages();
        assertThat(messages).extracting(Message::role).containsExactly(Message.Role.USER, Message.Role.ASSISTANT,
                Message.Role.USER);
        assertThat(messages.get(1).content()).isEqualTo("Dear captain");
    }

    /** Points 4, 8 for a question of writing and 6, 10 for one of reasoning: means 6 and 8 by question. */
    @Test
    void scores_areMeansOverQuestions() {
        List<RunScore> scores = runner.scores(set(), Arrays.asList(graded(0, 1, 4), graded(0, 2, 8), graded(4, 1, 6),
                graded(4, 2, 10)));
        RunScore overall = score(scores, "overall", "score");
        assertThat(overall.value()).isEqualTo(7);
        assertThat(overall.n()).isEqualTo(2);
        // The difference 2 of two values has the standard error 1; t with one degree of freedom is 12.7062.
        assertThat(overall.standardError()).isCloseTo(1, within(1e-12));
        assertThat(overall.high() - overall.value()).isCloseTo(12.7062, within(1e-4));
        assertThat(score(scores, "overall", "score-turn-2").value()).isEqualTo(9);
        assertThat(score(scores, "writing", "score").value()).isEqualTo(6);
        assertThat(score(scores, "writing", "score").low()).isNull();
        assertThat(score(scores, "reasoning", "score-turn-1").value()).isEqualTo(6);
    }

    private static RunCallResult graded(int question, int turn, double points) {
        return new RunCallResult(RunItemKind.GRADE, question, turn, "a", null, points, null);
    }

    private static RunScore score(List<RunScore> scores, String scenario, String metric) {
        return scores.stream().filter(score -> score.scenario().equals(scenario) && score.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ownConversations_areOfBothLanguages() {
        MtBenchSet set = runner.shipped();
        assertThat(set.questions()).hasSize(32);
        assertThat(set.questions().stream().map(MtBenchQuestion::id)).doesNotHaveDuplicates();
    }
}
