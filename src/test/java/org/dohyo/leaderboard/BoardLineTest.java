package org.dohyo.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class BoardLineTest {

    private static Board.Row ranged(int low, int high) {
        return new Board.Row(1, low, high, "m", "M", "Org", "", false, 1000, 900.0, 1100.0, 1_234, 0.5, 0.125, 0.1, 0.15,
                null, 0, false, false, false, false);
    }

    @Test
    void rangesOfRanks_whereKnown_sayWhoIsTied() {
        assertThat(lines(ranged(1, 2), ranged(1, 3), ranged(2, 3))).extracting(BoardLine::tied)
                .containsExactly(true, true, false);
        assertThat(lines(ranged(1, 2), ranged(1, 3), ranged(2, 3))).extracting(BoardLine::range)
                .containsExactly("1–2", "1–3", "2–3");
        assertThat(lines(ranged(1, 1), ranged(2, 3), ranged(2, 3))).noneMatch(BoardLine::tied);
    }

    private static Board.Row row(double rating, Double half, int component, boolean preliminary) {
        return new Board.Row(1, null, null, "m", "M", "Org", "", false, rating, half == null ? null : rating - half,
                half == null ? null : rating + half, 1_234, 0.5, 0.125, 0.1, 0.15, null, component, false, preliminary, false,
                false);
    }

    @Test
    void largestGroupOfConnectedModels_comesFirst() {
        assertThat(lines(row(1500, 900.0, 0, true), row(1100, 20.0, 1, false), row(1000, 20.0, 1, false)))
                .extracting(line -> line.row().component()).containsExactly(1, 1, 0);
    }

    private static List<BoardLine> lines(Board.Row... rows) {
        return BoardLine.of(List.of(rows), RatingAxis.of(List.of(rows)));
    }

    @Test
    void rowsWhoseIntervalReachesTheLeaders_areTied_whereverTheyStand() {
        assertThat(lines(row(1100, 20.0, 0, false), row(1050, 10.0, 0, false), row(1040, 50.0, 0, false)))
                .extracting(BoardLine::tied).containsExactly(true, false, true);
    }

    @Test
    void leaderAlone_isNotTied_norIsAnyoneWithoutIntervals() {
        assertThat(lines(row(1100, 20.0, 0, false), row(1000, 20.0, 0, false))).noneMatch(BoardLine::tied);
        assertThat(lines(row(1100, null, 0, false), row(1100, null, 0, false))).noneMatch(BoardLine::tied);
    }

    @Test
    void modelsThatNoVoteConnects_areSetApart_andNotCompared() {
        List<BoardLine> lines = lines(row(1100, 50.0, 0, false), row(1000, 20.0, 0, false), row(1090, 50.0, 1, false));
        assertThat(lines).extracting(BoardLine::apart).containsExactly(false, false, true);
        assertThat(lines).noneMatch(BoardLine::tied);
    }

    @Test
    void preliminaryIntervals_areCutAtTheEnds_butEveryRatingIsOnTheAxis() {
        List<BoardLine> lines = lines(row(1050, 20.0, 0, false), row(1000, 900.0, 0, true), row(950, 20.0, 0, false));
        assertThat(lines.get(1).cutLow()).isTrue();
        assertThat(lines.get(1).cutHigh()).isTrue();
        assertThat(lines.get(1).from()).isEqualTo("0.00%");
        assertThat(lines.get(1).to()).isEqualTo("100.00%");
        assertThat(lines.get(1).half()).isEqualTo("900");
        assertThat(lines.get(0).cutLow() || lines.get(0).cutHigh()).isFalse();
    }

    @Test
    void texts_leaveOutWhatIsUnknown() {
        assertThat(lines(row(1099.6, 8.7, 0, false)).get(0)).satisfies(line -> {
            assertThat(line.facts()).isEqualTo("Org");
            assertThat(line.rating()).isEqualTo("1100");
            assertThat(line.half()).isEqualTo("9");
            assertThat(line.votes()).isEqualTo("1,234");
            assertThat(line.bothBad()).isEqualTo("13%");
        });
    }

    @Test
    void ticks_areRoundFigures_awayFromTheEdges() {
        IntStream.of(10, 100, 1_000).forEach(half -> assertThat(new RatingAxis(1000 - half, 1000 + half).ticks())
                .hasSizeBetween(2, 9).allSatisfy(tick -> assertThat(Double.parseDouble(tick.x().replace("%", "")))
                        .isBetween(3.0, 97.0)));
    }
}
