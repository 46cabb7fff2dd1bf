package org.dohyo.benchmark.mtbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;

import org.dohyo.benchmark.run.JudgeAgreement;
import org.dohyo.benchmark.runner.RunCallResult;
import org.dohyo.benchmark.runner.RunComparison;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.rating.Mean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of judges and what is read from their words. */
class JudgeTest {

    private static final MtBenchQuestion GUIDED = new MtBenchQuestion(1, MtBenchKind.MATH, "en",
            List.of("What is 2 + 3?", "And twice that?"), List.of("5", "10"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Clear and right. Rating: [[7]] | 7",
            "[[8.5]] | 8.5",
            "I thought of [[3]] first, but Rating: [[6]] | 6",
            "評価: ［［９］］ | 9",
            "Rating: [[ 10/10 ]] | 10",
            "Rating: [4] | 4",
            "Rating: 7/10 | 7",
            "**Score:** 5 | 5",
            "評価は「7」ではなく、評価：６ | 6",
            "点数: 3.5点です。 | 3.5",
            "Rating: [[7]], as [1] says | 7" })
    void rating_isRead(String said, double points) {
        assertThat(JudgeRating.of(said)).isEqualTo(OptionalDouble.of(points));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "A good answer.", "Rating: [[0]]", "[[11]]", "[[seven]]", "I give 7 of 10.",
            "Rating: [[rating]]" })
    void whatIsNoRating_isNone(String said) {
        assertThat(JudgeRating.of(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Verdict: [[A]] | A",
            "[[a]] | A",
            "First [[A]], in the end [[B]] | B",
            "判定: ［［Ｃ］］ | TIE",
            "Verdict: B | B",
            "判定：引き分け | TIE",
            "Verdict: [tie] | TIE" })
    void verdict_isRead(String said, JudgeVerdict verdict) {
        assertThat(JudgeVerdict.of(said)).contains(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "A is better.", "[[D]]", "Verdict: Better" })
    void whatIsNoVerdict_isNone(String said) {
        assertThat(JudgeVerdict.of(said)).isEmpty();
    }

    /** All nine: what is said of (a, b), what is said of (b, a), and what it comes to for a. */
    @ParameterizedTest
    @CsvSource({ "A,B,A", "B,A,B", "A,A,TIE", "B,B,TIE", "TIE,TIE,TIE", "A,TIE,TIE", "TIE,A,TIE", "B,TIE,TIE",
            "TIE,B,TIE" })
    void bothOrders_mustAgree(JudgeVerdict first, JudgeVerdict swapped, JudgeVerdict result) {
        assertThat(first.with(swapped)).isEqualTo(result);
    }

    @Test
    void guidedPrompt_showsTheTurnsReferenceAndNothingThatFollows() {
        String prompt = JudgePrompt.grade(GUIDED, 1, List.of("It is five.", "It is ten."));
        assertThat(prompt).contains("What is 2 + 3?", "It is five.", "<reference>\n5\n</reference>", "[[5]]")
                .doesNotContain("And twice that?", "It is ten.");
        assertThat(JudgePrompt.grade(GUIDED, 2, List.of("It is five.", "It is ten.")))
                .contains("It is five.", "And twice that?", "It is ten.", "<reference>\n10\n</reference>");
    }

    @Test
    void unguidedPrompt_showsNoReference_andSpeaksTheQuestionsLanguage() {
        MtBenchQuestion question = new MtBenchQuestion(2, MtBenchKind.WRITING, "ja", List.of("手紙を書いてください。"),
                List.of("not for this kind"));
        assertThat(JudgePrompt.grade(question, 1, List.of("拝啓 100%"))).contains("採点", "手紙を書いてください。", "拝啓 100%")
                .doesNotContain("reference", "examiner");
    }

    @Test
    void comparison_showsBothInTheGivenOrder() {
        String prompt = JudgePrompt.compare(GUIDED, List.of("Five", "Ten"), List.of("Six", "Twelve"));
        assertThat(prompt.indexOf("Five")).isBetween(prompt.indexOf("<conversation-of-A>"),
                prompt.indexOf("<conversation-of-B>"));
        assertThat(prompt.indexOf("Six")).isGreaterThan(prompt.indexOf("<conversation-of-B>"));
        assertThat(prompt).contains("<reference>\n5\n\n10\n</reference>");
    }

    @Test
    void comparisons_countContradictionsAsTies() {
        RunComparison pair = JudgeComparisons.of(List.of(compared(0, "a", "b", "A"), compared(0, "b", "a", "B"),
                compared(1, "a", "b", "A"), compared(1, "b", "a", "A"), compared(2, "a", "b", "B"),
                compared(2, "b", "a", "A"),
                compared(3, "a", "b", "TIE"), compared(3, "b", "a", "TIE"), compared(4, "a", "b", "A"))).get(0);
        assertThat(List.of(pair.wins(), pair.ties(), pair.losses(), pair.contradictions())).containsExactly(1, 2, 1, 1);
        assertThat(pair.share().share()).isEqualTo(0.5);
    }

    private static RunCallResult compared(int question, String model, String opponent, String verdict) {
        return new RunCallResult(RunItemKind.COMPARE, question, 2, model, opponent, null, verdict);
    }

    @Test
    void agreement_countsVotesForTheJudgesChoice_andLeavesTiesOut() {
        List<RunScore> scores = List.of(overall("a", 8), overall("b", 6), overall("c", 6));
        JudgeAgreement agreement = JudgeAgreement.of(scores, List.of(),
                List.of(new JudgeAgreement.Voted("a", "b", 7, 3),
                        new JudgeAgreement.Voted("c", "a", 6, 4), new JudgeAgreement.Voted("b", "c", 9, 1),
                        new JudgeAgreement.Voted("a", "x", 5, 5)));
        assertThat(agreement.votes()).isEqualTo(20);
        assertThat(agreement.agreeing()).isEqualTo(11);
        assertThat(agreement.pairs()).isEqualTo(2);
        assertThat(agreement.pairsAgreeing()).isEqualTo(1);
        // statsmodels: proportion_confint(11, 20, method='wilson') gives 0.342085, 0.741802.
        assertThat(agreement.share().low()).isCloseTo(0.342085, within(1e-6));
        assertThat(agreement.share().high()).isCloseTo(0.741802, within(1e-6));
    }

    @Test
    void agreement_withoutVotesOrPreference_isNone() {
        assertThat(JudgeAgreement.of(List.of(overall("a", 5), overall("b", 5)), List.of(),
                List.of(new JudgeAgreement.Voted("a", "b", 3, 1)))).isNull();
    }

    @Test
    void agreement_restsOnComparisonsWhereThereAreSome() {
        List<RunComparison> comparisons = JudgeComparisons
                .of(List.of(compared(0, "a", "b", "B"), compared(0, "b", "a", "A")));
        JudgeAgreement agreement = JudgeAgreement.of(List.of(overall("a", 8), overall("b", 6)), comparisons,
                List.of(new JudgeAgreement.Voted("a", "b", 1, 3)));
        assertThat(agreement.agreeing()).isEqualTo(3);
    }

    private static RunScore overall(String model, double value) {
        return RunScore.of(model, "overall", "score", Mean.of(value, value));
    }
}
