package org.dohyo.project.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

import org.dohyo.benchmark.mtbench.JudgeVerdict;
import org.dohyo.project.judge.JudgeFigures.PlannedItem;
import org.dohyo.project.judgement.CountedJudgements.Counted;
import org.dohyo.rating.judge.ConformalPrior;
import org.junit.jupiter.api.Test;

class JudgeFiguresTest {

    private static Counted person(PlannedItem item, long member, int value) {
        return new Counted(new UUID(item.id(), member), item.id(), item.prompt(), item.modelA(), item.modelB(), member,
                (short) value, false, false, Instant.EPOCH);
    }

    private static Map<Long, String> names(int models) {
        Map<Long, String> names = new HashMap<>();
        LongStream.rangeClosed(1, models).forEach(model -> names.put(model, "m" + model));
        return names;
    }

    /** All pairs of the models at each prompt, prompt by prompt. */
    private static List<PlannedItem> plan(int prompts, int models) {
        List<PlannedItem> items = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            for (int a = 1; a <= models; a++) {
                for (int b = a + 1; b <= models; b++) {
                    items.add(new PlannedItem(items.size(), prompt, a, b));
                }
            }
        }
        return items;
    }

    /** Both orders: for the model with the higher number, and with this probability for the first place instead. */
    private static List<Verdict.Read> verdicts(List<PlannedItem> items, double biased, Random random) {
        List<Verdict.Read> verdicts = new ArrayList<>();
        for (PlannedItem item : items) {
            boolean first = random.nextDouble() < biased;
            verdicts.add(new Verdict.Read(item.id(), false, first ? JudgeVerdict.A : JudgeVerdict.B));
            verdicts.add(new Verdict.Read(item.id(), true, JudgeVerdict.A));
        }
        return verdicts;
    }

    /** For the model with the higher number in 70 of 100. */
    private static int vote(Random random) {
        return random.nextInt(100) < 70 ? -1 : 1;
    }

    @Test
    void placesBeforeAnswers_areCounted_andAgreementIsThatOfBothOrders() {
        List<PlannedItem> items = plan(4, 2);
        List<Verdict.Read> verdicts = List.of(new Verdict.Read(0, false, JudgeVerdict.B),
                new Verdict.Read(0, true, JudgeVerdict.A), new Verdict.Read(1, false, JudgeVerdict.A),
                new Verdict.Read(1, true, JudgeVerdict.A), new Verdict.Read(2, false, JudgeVerdict.B),
                new Verdict.Read(2, true, JudgeVerdict.B), new Verdict.Read(3, true, JudgeVerdict.B));
        List<Counted> people = List.of(person(items.get(0), 1, -2), person(items.get(1), 1, 1),
                person(items.get(3), 1, 1));
        JudgeReport report = new JudgeFigures(names(2), items, people, verdicts).report();
        assertThat(report.contradictions().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(report.first().value()).isEqualTo(0.5);
        assertThat(report.equal().value()).as("second = second, tie ≠ first, first = first")
                .isCloseTo(2 / 3.0, within(1e-12));
        assertThat(report.agreement().count()).isEqualTo(3);
        assertThat(report.byAnnotator()).isFalse();
        assertThat(report.models()).hasSize(2);
    }

    @Test
    void goodJudge_narrowsIntervals_andMovesNoRating() {
        Random random = new Random(4);
        List<PlannedItem> items = plan(120, 4);
        List<Counted> people = items.stream().filter(item -> random.nextInt(100) < 30)
                .map(item -> person(item, item.id() % 25, vote(random))).toList();
        JudgeReport report = new JudgeFigures(names(4), items, people, verdicts(items, 0.2, random)).report();
        assertThat(report.byAnnotator()).isTrue();
        assertThat(report.models()).hasSize(4).allSatisfy(model -> assertThat(model.with().value())
                .isBetween(model.without().low(), model.without().high()));
        double with = report.models().stream().mapToDouble(one -> one.with().high() - one.with().low()).sum();
        double without = report.models().stream().mapToDouble(one -> one.without().high() - one.without().low()).sum();
        assertThat(with).isLessThanOrEqualTo(without * 1.02);
        assertThat(report.models().get(0).model()).isEqualTo("m4");
    }

    @Test
    void withoutPeopleOrVerdicts_thereAreNoRatings_orTheyAreThoseOfPeople() {
        List<PlannedItem> items = plan(5, 3);
        assertThat(new JudgeFigures(names(3), items, List.of(), List.of()).report()).satisfies(report -> {
            assertThat(report.models()).isEmpty();
            assertThat(report.agreement().value()).isNull();
        });
        List<Counted> people = items.stream().map(item -> person(item, 1, item.id() % 3 == 0 ? 1 : -1)).toList();
        assertThat(new JudgeFigures(names(3), items, people, List.of()).report().models())
                .allSatisfy(model -> assertThat(model.with()).isEqualTo(model.without()));
    }

    @Test
    void newcomers_startFromTheJudge_onlyWithEnoughModelsToCalibrate() {
        assertThat(newcomers(ConformalPrior.LEAST - 1).newcomers()).isEmpty();
        JudgeReport report = newcomers(ConformalPrior.LEAST);
        assertThat(report.calibration()).isEqualTo(ConformalPrior.LEAST);
        assertThat(report.models()).hasSize(ConformalPrior.LEAST);
        assertThat(report.newcomers()).singleElement().satisfies(one -> {
            assertThat(one.model()).isEqualTo("m" + (ConformalPrior.LEAST + 1));
            assertThat(one.start().low()).isLessThan(one.start().value());
        });
    }

    /** People have judged so many models; the last one only the judge. */
    private static JudgeReport newcomers(int judged) {
        Random random = new Random(5);
        List<PlannedItem> items = plan(3, judged + 1);
        List<Counted> people = items.stream().filter(item -> item.modelB() <= judged)
                .map(item -> person(item, item.id() % 10, vote(random))).toList();
        List<Verdict.Read> verdicts = items.stream().flatMap(item -> {
            boolean first = random.nextInt(100) < 30;
            return List.of(new Verdict.Read(item.id(), false, first ? JudgeVerdict.A : JudgeVerdict.B),
                    new Verdict.Read(item.id(), true, first ? JudgeVerdict.B : JudgeVerdict.A)).stream();
        }).toList();
        return new JudgeFigures(names(judged + 1), items, people, verdicts).report();
    }
}
