package org.dohyo.project.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.dohyo.project.queue.AssignmentKind;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Path CROWD = Path.of("../shared/data/real/llmfao/crowd-comparisons.csv");
    private static final Instant BEGIN = Instant.parse("2027-01-01T00:00:00Z");

    private static Said said(long item, int annotator, int value, int minute) {
        return said(item, annotator, value, minute, AssignmentKind.PLAIN, false, null);
    }

    private static Said said(long item, int annotator, int value, int minute, AssignmentKind kind, boolean leftOut,
            Short known) {
        Instant judged = BEGIN.plusSeconds(60L * minute);
        return new Said(item, 1 + item % 2, 3, annotator, kind, (short) value, false, leftOut, known,
                judged.minusSeconds(10 * (minute + 1)), judged);
    }

    @Test
    void alphaOfACrowd_isThatOfTheReference() throws IOException {
        assumeThat(CROWD).as(CROWD + " is not there").exists();
        List<String> winners = List.of("right", "tie", "left");
        List<String[]> rows = Files.readAllLines(CROWD, StandardCharsets.UTF_8).stream().skip(1)
                .map(line -> line.split(",")).toList();
        List<Said> said = IntStream.range(0, rows.size()).mapToObj(i -> said(Long.parseLong(rows.get(i)[0]),
                Integer.parseInt(rows.get(i)[4]), winners.indexOf(rows.get(i)[5]) - 1, i)).toList();
        QualityReport.OfCriterion agreement = new Figures(said).agreement("overall", "");
        assertThat(agreement.nominal().value()).isCloseTo(0.290595, within(5e-7));
        assertThat(agreement.nominal().low()).isLessThan(0.290595);
        assertThat(agreement.nominal().high()).isGreaterThan(0.290595);
        assertThat(agreement.nominal().count()).isEqualTo(2_124);
        assertThat(agreement.periods()).hasSize(10);
        assertThat(agreement.periods().stream().mapToLong(period -> period.nominal().count()).sum()).isEqualTo(2_124);
    }

    @Test
    void knownAnswersRepeatsAndThoseLeftOut_countNowhere_butShowHowPeopleWork() {
        short first = 1;
        List<Said> said = List.of(said(1, 1, 1, 0), said(1, 2, 2, 1),
                said(2, 1, -1, 2), said(2, 2, -1, 3),
                said(1, 3, -1, 4, AssignmentKind.PLAIN, true, null),
                said(7, 1, 2, 5, AssignmentKind.GOLD, false, first),
                said(7, 2, 0, 6, AssignmentKind.GOLD, false, first),
                said(1, 1, 2, 7, AssignmentKind.REPEAT, false, null),
                said(2, 1, 0, 8, AssignmentKind.REPEAT, false, null));
        Figures figures = new Figures(said);
        assertThat(figures.counted()).hasSize(4);
        assertThat(figures.agreement("overall", "").pairwise().value()).isEqualTo(0.5);
        assertThat(figures.times()).isEqualTo(new Times(17.5, 25.0, 32.5, 4));
        List<QualityReport.OfAnnotator> annotators = figures.annotators();
        assertThat(annotators).extracting(QualityReport.OfAnnotator::number).containsExactly(1, 2, 3);
        assertThat(annotators.get(0).gold().value()).isEqualTo(1);
        assertThat(annotators.get(1).gold().value()).isZero();
        assertThat(annotators.get(1).gold().high()).as("of one").isGreaterThan(0.7);
        assertThat(annotators.get(0).self()).satisfies(self -> {
            assertThat(self.value()).isEqualTo(0.5);
            assertThat(self.count()).isEqualTo(2);
        });
        assertThat(annotators.get(1).self()).isEqualTo(Estimate.NONE);
        assertThat(annotators.get(2).withRest()).as("left out").isEqualTo(Estimate.NONE);
    }

    @Test
    void disputedItems_comeByTheShareOfPairsThatDiffer() {
        List<Said> said = new ArrayList<>();
        for (int annotator = 1; annotator <= 3; annotator++) {
            said.add(said(1, annotator, 1, annotator));
            said.add(said(2, annotator, annotator == 1 ? 1 : -1, annotator));
            said.add(said(3, annotator, annotator - 2, annotator));
        }
        assertThat(new Figures(said).disputed())
                .containsExactly(new QualityReport.Disputed(3, 1, 1, 1, 1),
                        new QualityReport.Disputed(2, 1 - 2 / 6.0, 1, 0, 2));
    }

    @Test
    void nothing_givesNoFigures() {
        Figures none = new Figures(List.of());
        assertThat(none.agreement("overall", "").nominal().text()).isEqualTo("–");
        assertThat(none.annotators()).isEmpty();
        assertThat(none.disputed()).isEmpty();
        assertThat(none.times().text()).isEqualTo("–");
    }

    /** Who chooses by chance tells no models apart. */
    @Test
    void discrimination_isLowForChoicesByChance() {
        List<Said> said = new ArrayList<>();
        for (int item = 0; item < 60; item++) {
            for (int annotator = 1; annotator <= 3; annotator++) {
                boolean careless = annotator == 3;
                said.add(said(item, annotator, careless ? item / 2 % 2 * 2 - 1 : item % 5 == 0 ? -1 : 1, item));
            }
        }
        List<QualityReport.OfAnnotator> annotators = new Figures(said).annotators();
        assertThat(annotators.get(2).discrimination().value()).isLessThan(0.5);
        assertThat(annotators.get(0).discrimination().value()).isGreaterThan(0.5);
        assertThat(annotators.get(0).withRest().value()).isGreaterThan(annotators.get(2).withRest().value());
    }
}
