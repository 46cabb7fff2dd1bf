package org.dohyo.leaderboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.leaderboard.chart.Axis;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.junit.jupiter.api.Test;

class BoardTableTest {

    private static final int RANKED = 0;

    private static Board.Row ranged(int low, int high) {
        return new Board.Row(new Board.Place(1, low, high),
                new Board.Facts("m", "M", "Org", "", false),
                new Board.Estimate(1000, 900.0, 1100.0),
                new Board.Results(1_234, 0.5, 0.125, 0.1, 0.15),
                new Board.Support(null, 0, false, false),
                new Board.Status(false, false));
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
        return new Board.Row(new Board.Place(component == RANKED ? 1 : null, null, null),
                new Board.Facts("m", "M", "Org", "", false),
                new Board.Estimate(rating, half == null ? null : rating - half, half == null ? null : rating + half),
                new Board.Results(1_234, 0.5, 0.125, 0.1, 0.15),
                new Board.Support(null, component, false, preliminary),
                new Board.Status(false, false));
    }

    @Test
    void modelsWithoutARank_comeLast_afterPreliminaryOnesToo() {
        List<BoardLine> lines = lines(row(1500, 900.0, 1, true), row(1100, 20.0, 0, false), row(1000, 20.0, 0, true));
        assertThat(lines).extracting(line -> line.row().component()).containsExactly(0, 0, 1);
        assertThat(lines).extracting(BoardLine::rank).containsExactly("1", "1", "–");
        assertThat(lines).extracting(BoardLine::apart).containsExactly(false, false, true);
        assertThat(lines).extracting(BoardLine::preliminaryHead).containsExactly(false, true, false);
    }

    private static Board.Row voted(long votes) {
        return new Board.Row(new Board.Place(1, 1, 2), new Board.Facts("m", "M", "Org", "", false),
                new Board.Estimate(1100, 500.0, 1700.0), new Board.Results(votes, 1, 0, 0, 0.8),
                new Board.Support(null, 0, true, true), new Board.Status(false, false));
    }

    @Test
    void fewerThanFiveVotes_haveNoPercentage() {
        assertThat(lines(voted(4)).get(0)).satisfies(line -> {
            assertThat(line.win() + line.bothBad()).isEqualTo("––");
            assertThat(line.winInterval() + line.bothBadInterval()).isEmpty();
        });
        assertThat(lines(voted(5)).get(0).win()).isEqualTo("100%");
    }

    private static List<BoardLine> table(String sort, Board.Row... rows) {
        Board board = Board.empty(BoardKey.of("overall"), Instant.EPOCH).with(List.of(rows));
        BoardView view = new BoardView(BoardKey.of("overall"), null, null, null, false, 0, false,
                sort.isEmpty() ? "rank" : sort, false, List.of());
        return BoardTable.of(board, view, null, List.of()).lines();
    }

    private static List<BoardLine> lines(Board.Row... rows) {
        return table("", rows);
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
    void preliminaryModels_standApart_andTheirIntervalsAreCut_butEveryRatingIsOnTheAxis() {
        List<BoardLine> lines = lines(row(1050, 20.0, 0, false), row(1000, 900.0, 0, true), row(950, 20.0, 0, false));
        BoardLine preliminary = lines.get(2);
        assertThat(preliminary.preliminaryHead()).isTrue();
        assertThat(preliminary.cutLow()).isTrue();
        assertThat(preliminary.cutHigh()).isTrue();
        assertThat(preliminary.from()).isEqualTo("0.00%");
        assertThat(preliminary.to()).isEqualTo("100.00%");
        assertThat(preliminary.half()).isEqualTo("900");
        assertThat(lines.get(0).cutLow() || lines.get(0).cutHigh()).isFalse();
    }

    @Test
    void texts_areRounded_andSayHowSureTheyAre() {
        assertThat(lines(row(1099.6, 8.7, 0, false)).get(0)).satisfies(line -> {
            assertThat(line.win()).isEqualTo("50%");
            assertThat(line.winInterval()).isEqualTo("47–53");
            assertThat(line.rating()).isEqualTo("1100");
            assertThat(line.half()).isEqualTo("9");
            assertThat(line.votes()).isEqualTo("1,234");
            assertThat(line.bothBad()).isEqualTo("13%");
            assertThat(line.bothBadInterval()).isEqualTo("10–15");
        });
    }

    @Test
    void ticks_areRoundFigures_awayFromTheEdges() {
        IntStream.of(10, 100, 1_000)
                .forEach(half -> assertThat(new RatingAxis(new Axis(1000 - half, 1000 + half)).ticks())
                        .hasSizeBetween(2, 9)
                        .allSatisfy(tick -> assertThat(Double.parseDouble(tick.x().replace("%", "")))
                                .isBetween(3.0, 97.0)));
    }

    private static Board.Row model(String slug, int rank, String organization, Boolean open, long votes,
            boolean retired) {
        return new Board.Row(new Board.Place(rank, rank, rank),
                new Board.Facts(slug, slug.toUpperCase(), organization, "MIT", open),
                new Board.Estimate(1100 - rank, 1000.0, 1200.0),
                new Board.Results(votes, 1.0 / rank, 0.1, 0.05, 0.15),
                new Board.Support(null, 0, false, false),
                new Board.Status(retired, false));
    }

    private static final List<Board.Row> FOUR = List.of(model("a", 1, "Zeta", false, 100, false),
            model("b", 2, "Eta", true, 300, false), model("c", 3, "", true, 200, true),
            model("d", 4, "Eta", null, 50, false));

    private static BoardView view(String name, String organization, boolean open, long minVotes, boolean retired,
            String sort,
            boolean reversed) {
        return new BoardView(BoardKey.of("overall"), name, organization, null, open, minVotes, retired, sort, reversed,
                List.of());
    }

    private static List<String> slugs(BoardView view) {
        Board board = Board.empty(BoardKey.of("overall"), Instant.EPOCH).with(FOUR);
        return BoardTable.of(board, view, null, List.of()).lines().stream().map(line -> line.row().slug()).toList();
    }

    @Test
    void filters_hideRows_andRetiredOnesAreHiddenUnlessAskedFor() {
        assertThat(slugs(view(null, null, false, 0, false, "rank", false))).containsExactly("a", "b", "d");
        assertThat(slugs(view(null, null, false, 0, true, "rank", false))).containsExactly("a", "b", "c", "d");
        assertThat(slugs(view(null, "Eta", false, 0, false, "rank", false))).containsExactly("b", "d");
        assertThat(slugs(view(null, null, true, 0, true, "rank", false))).containsExactly("b", "c");
        assertThat(slugs(view(null, null, false, 100, false, "rank", false))).containsExactly("a", "b");
        assertThat(slugs(view("D", null, false, 0, false, "rank", false))).containsExactly("d");
        Board board = Board.empty(BoardKey.of("overall"), Instant.EPOCH).with(FOUR);
        assertThat(
                BoardTable.of(board, view(null, null, true, 0, false, "rank", false), null, List.of()).hiddenRetired())
                .isEqualTo(1);
        assertThat(
                BoardTable.of(board, view("d", null, false, 0, false, "rank", false), null, List.of()).hiddenRetired())
                .isZero();
    }

    @Test
    void contenders_areCounted_whereAFilterHidesThem() {
        Board board = Board.empty(BoardKey.of("overall"), Instant.EPOCH)
                .with(List.of(ranged(1, 2), ranged(1, 3), model("other", 3, "", null, 60, false)));
        BoardTable table = BoardTable.of(board, view("other", null, false, 0, false, "rank", false), null, List.of());
        assertThat(table.lines()).extracting(line -> line.row().slug()).containsExactly("other");
        assertThat(table.lines()).noneMatch(BoardLine::tied);
        assertThat(table.contenders()).extracting(Board.Row::name).containsExactly("M", "M");
    }

    @Test
    void rows_areSortedByWhatIsAskedFor_unknownLast() {
        assertThat(slugs(view(null, null, false, 0, true, "votes", false))).containsExactly("b", "c", "a", "d");
        assertThat(slugs(view(null, null, false, 0, true, "votes", true))).containsExactly("d", "a", "c", "b");
        assertThat(slugs(view(null, null, false, 0, true, "organization", false))).containsExactly("b", "d", "a", "c");
        assertThat(slugs(view(null, null, false, 0, true, "open", false))).containsExactly("b", "c", "a", "d");
    }

    @Test
    void aColumnOfAnotherRoom_isShown_andSortedBy_modelsWithoutAFigureLast() {
        BoardTable.Shown column = new BoardTable.Shown("share", "Share", "", Map.of("b",
                new ModelColumn.Figure(0.1, "10%", null), "d", new ModelColumn.Figure(0.9, "90%", "± 1")));
        BoardView view = new BoardView(BoardKey.of("overall"), null, null, null, false, 0, false, "share", false,
                List.of("share"));
        List<BoardLine> lines = BoardTable
                .of(Board.empty(BoardKey.of("overall"), Instant.EPOCH).with(FOUR), view, null, List.of(column)).lines();
        assertThat(lines).extracting(line -> line.row().slug()).containsExactly("d", "b", "a");
        assertThat(lines.get(0).extras()).containsExactly(new BoardLine.Extra("Share", "90%", "± 1"));
        assertThat(lines.get(2).extras()).containsExactly(new BoardLine.Extra("Share", null, null));
    }

    @Test
    void styleControl_saysHowFarEachModelMoved() {
        Board plain = Board.empty(BoardKey.of("overall"), Instant.EPOCH)
                .with(List.of(model("b", 1, "", false, 100, false), model("a", 2, "", false, 100, false)));
        List<BoardLine> lines = BoardTable.of(Board.empty(BoardKey.of("overall"), Instant.EPOCH).with(FOUR),
                view(null, null, false, 0, false, "rank", false), plain, List.of()).lines();
        assertThat(lines).extracting(BoardLine::moved).containsExactly(1, -1, null);
        assertThat(lines).extracting(BoardLine::lifted).containsExactly(1, 0, 0);
        assertThat(lines).extracting(BoardLine::lowered).containsExactly(0, 1, 0);
    }

    @Test
    void addressesSayNoMoreThanWasChosen_andKeepIt() {
        assertThat(view(null, null, false, 0, false, "rank", false).href()).isEqualTo("/leaderboard");
        BoardView view = view("a&b", "Eta", true, 5, true, "votes", false);
        assertThat(view.href()).isEqualTo(
                "/leaderboard?name=a%26b&organization=Eta&openWeights=true&minVotes=5&retired=true&sort=votes");
        assertThat(view.sortedBy("votes")).endsWith("&sort=votes&reverse=true");
        assertThat(view.sortedBy("rank")).doesNotContain("sort");
        assertThat(view.in("code")).contains("category=code").contains("name=a%26b");
        assertThat(view.withElo()).contains("method=elo");
        assertThat(view.withStyleControl(true)).contains("styleControl=true").doesNotContain("method");
        assertThat(view.withoutFilters()).isEqualTo("/leaderboard?retired=true&sort=votes");
        assertThat(view.api()).isEqualTo("/api/leaderboard");
        assertThat(view.csv()).isEqualTo("/api/leaderboard?format=csv");
    }
}
