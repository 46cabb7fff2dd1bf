package org.dohyo.project.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.dohyo.project.Scale;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.WeightedPair;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BoardFitTest {

    private static final Logger LOG = Logger.getLogger(BoardFitTest.class);

    private static final Map<Long, String> NAMES = Map.of(1L, "one", 2L, "two", 3L, "three");

    private static PairVotes votes(long member, long a, long b, int value, long count) {
        return new PairVotes(member, a, b, (short) value, count);
    }

    @Test
    void withoutJudgements_allModelsAreThereWithoutFigures() {
        BoardFit fit = BoardFit.of(Scale.CHOICE, NAMES, List.of());
        assertThat(fit.judgements()).isZero();
        assertThat(fit.rows()).extracting(BoardRow::model).containsExactly("one", "three", "two");
        assertThat(fit.rows()).allSatisfy(row -> {
            assertThat(row.rank()).isNull();
            assertThat(row.support()).isEqualTo(Support.NONE);
        });
    }

    @Test
    void decidedChoices_giveTheRatingsOfThePlainModel() {
        BoardFit fit = BoardFit.of(Scale.CHOICE, NAMES, List.of(votes(7, 1, 2, 1, 40), votes(8, 1, 2, -1, 20),
                votes(7, 2, 3, 1, 35), votes(9, 2, 3, -1, 25)));
        Fit plain = BradleyTerry.ratings(3,
                List.of(new WeightedPair(0, 1, 40, 20, 0), new WeightedPair(1, 2, 35, 25, 0)));
        assertThat(fit.judgements()).isEqualTo(120);
        assertThat(fit.annotators()).isEqualTo(3);
        assertThat(fit.rows()).extracting(BoardRow::model).containsExactly("one", "two", "three");
        for (int model = 0; model < 3; model++) {
            assertThat(fit.rows().get(model).rating()).isCloseTo(plain.ratings()[model], within(1e-6));
            assertThat(fit.rows().get(model).support()).isEqualTo(Support.SETTLED);
        }
        assertThat(fit.rows()).extracting(BoardRow::judgements).containsExactly(60L, 120L, 60L);
    }

    /** Thirty annotators who each favour a model of their own say less than as many independent votes. */
    @Test
    void annotatorsWithTastes_widenTheIntervals() {
        List<PairVotes> agreeing = new ArrayList<>();
        List<PairVotes> divided = new ArrayList<>();
        for (int member = 0; member < 10; member++) {
            agreeing.add(votes(member, 1, 2, 1, 6));
            agreeing.add(votes(member, 1, 2, -1, 4));
            divided.add(votes(member, 1, 2, member < 6 ? 1 : -1, 10));
        }
        BoardRow calm = BoardFit.of(Scale.CHOICE, NAMES, agreeing).rows().get(0);
        BoardRow torn = BoardFit.of(Scale.CHOICE, NAMES, divided).rows().get(0);
        assertThat(torn.rating()).isCloseTo(calm.rating(), within(1e-6));
        assertThat(torn.high() - torn.low()).isGreaterThan(2 * (calm.high() - calm.low()));
    }

    @Test
    void fewJudgementsArePreliminary_andUnconnectedModelsHaveNoRating() {
        BoardFit fit = BoardFit.of(Scale.FIVE_POINT, Map.of(1L, "one", 2L, "two", 3L, "three", 4L, "four"),
                List.of(votes(7, 1, 2, 2, 3), votes(7, 1, 2, -1, 2), votes(8, 3, 4, 0, 2)));
        assertThat(fit.rows()).extracting(BoardRow::model).containsExactly("one", "two", "four", "three");
        assertThat(fit.rows()).extracting(BoardRow::support).containsExactly(Support.PRELIMINARY, Support.PRELIMINARY,
                Support.APART, Support.APART);
        assertThat(fit.rows().get(2).rating()).isNull();
        assertThat(fit.rows().get(0).rankHigh()).isEqualTo(2);
    }

    @Test
    void degrees_countMoreThanSides() {
        BoardFit much = BoardFit.of(Scale.FIVE_POINT, NAMES,
                List.of(votes(7, 1, 2, 2, 30), votes(8, 1, 2, -1, 15), votes(9, 2, 3, 1, 30), votes(9, 2, 3, -2, 15)));
        assertThat(much.rows().get(0).model()).isEqualTo("one");
        BoardRow two = much.rows().stream().filter(row -> row.model().equals("two")).findFirst().orElseThrow();
        BoardRow three = much.rows().stream().filter(row -> row.model().equals("three")).findFirst().orElseThrow();
        assertThat(much.rows().get(0).rating() - two.rating()).isGreaterThan(two.rating() - three.rating());
    }

    /** 30,000 judgements of 100 annotators on 20 models; -Pproof prints the time. */
    @Tag("proof")
    @Test
    void largeBoard_isComputedInSeconds() {
        SplittableRandom random = new SplittableRandom(11);
        Map<Long, String> names = LongStream.range(0, 20).boxed()
                .collect(Collectors.toMap(id -> id, id -> "model-" + id));
        List<PairVotes> votes = new ArrayList<>();
        for (int vote = 0; vote < 30_000; vote++) {
            long a = random.nextLong(19);
            long b = random.nextLong(a + 1, 20);
            votes.add(votes(random.nextLong(100), a, b, random.nextInt(-2, 3), 1));
        }
        long begin = System.nanoTime();
        BoardFit fit = BoardFit.of(Scale.FIVE_POINT, names, votes);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        LOG.infof("A board of 20 models, 100 annotators and 30,000 judgements takes %d ms", millis);
        assertThat(fit.rows()).hasSize(20).allMatch(BoardRow::settled);
        assertThat(millis).isLessThan(10_000);
    }
}
