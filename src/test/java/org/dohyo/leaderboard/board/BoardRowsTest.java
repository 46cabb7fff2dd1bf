package org.dohyo.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.dohyo.model.ModelFacts;
import org.dohyo.provider.Protocol;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.junit.jupiter.api.Test;

class BoardRowsTest {

    /** One vote between 0 and 1, and a component of more votes behind it. */
    private static final PairCounts COUNTS = new PairCounts(5, List.of(new PairCount(0, 1, 1, 0, 0, 0),
            new PairCount(2, 3, 12, 8, 0, 0), new PairCount(3, 4, 12, 8, 0, 0)));

    private static List<Board.Row> rows(Fit fit) {
        return rows(fit, Set.of());
    }

    private static List<Board.Row> rows(Fit fit, Set<Integer> demos) {
        List<ModelFacts> models = IntStream.range(0, COUNTS.models())
                .mapToObj(i -> new ModelFacts((long) i, "m" + i, "m" + i, "", "", null,
                        (demos.contains(i) ? Protocol.DEMO : Protocol.OPENAI).label(), null))
                .toList();
        return BoardRows.of(models, COUNTS, fit,
                models.stream().map(model -> Uncertainty.Estimate.of(10, 1, 2, null)).toList());
    }

    @Test
    void onlyTheComponentWithMostVotes_hasRanks_andStandsFirst() {
        List<Board.Row> rows = rows(BradleyTerry.fit(COUNTS));
        assertThat(rows).extracting(Board.Row::slug).containsExactly("m2", "m3", "m4", "m0", "m1");
        assertThat(rows).extracting(Board.Row::rank).containsExactly(1, 2, 3, null, null);
        assertThat(rows).extracting(Board.Row::rankHigh).containsExactly(2, 2, 3, null, null);
        assertThat(rows).extracting(Board.Row::rankLow).containsExactly(1, 1, 1, null, null);
    }

    @Test
    void onlineRatings_areNoMoreComparable() {
        List<Board.Row> rows = rows(Fit.ofRatings(new double[] { 1004, 996, 1002, 1001, 990 }, COUNTS));
        assertThat(rows).extracting(Board.Row::slug).containsExactly("m2", "m3", "m4", "m0", "m1");
        assertThat(rows).extracting(Board.Row::rank).containsExactly(1, 2, 3, null, null);
    }

    /** The demo models have met first, and rest once there are others. */
    @Test
    void demosAlone_neverStandAboveOthers() {
        List<Board.Row> rows = rows(BradleyTerry.fit(COUNTS), Set.of(2, 3, 4));
        assertThat(rows).extracting(Board.Row::slug).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(rows).extracting(Board.Row::rank).containsExactly(1, 2, null, null, null);
        assertThat(rows(BradleyTerry.fit(COUNTS), Set.of(2, 3))).as("demos that have met another model")
                .extracting(Board.Row::rank).containsExactly(1, 2, 3, null, null);
        assertThat(rows(BradleyTerry.fit(COUNTS), Set.of(0, 1, 2, 3, 4))).as("demos only")
                .extracting(Board.Row::rank).containsExactly(1, 2, 3, null, null);
    }
}
