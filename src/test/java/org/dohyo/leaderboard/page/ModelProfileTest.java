package org.dohyo.leaderboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.junit.jupiter.api.Test;

class ModelProfileTest {

    private static ModelProfile profile(List<ModelProfile.Standing> standings, ModelProfile.Opponent... opponents) {
        return new ModelProfile(null, List.of(), "overall", standings, List.of(), List.of(opponents), List.of(), null,
                List.of(), null, null, null);
    }

    private static ModelProfile.Opponent opponent(String name, long won, long lost, long ties) {
        return ModelProfile.Opponent.of(PairResult.of("own", name, won, lost, ties, 0), name);
    }

    private static String names(List<ModelProfile.Opponent> opponents) {
        return opponents.stream().map(ModelProfile.Opponent::name).collect(Collectors.joining(" "));
    }

    @Test
    void bestAndWorstResults_areOrderedByWhatManyVotesShow() {
        ModelProfile profile = profile(List.of(), opponent("won-twice", 2, 0, 0), opponent("level", 5, 5, 10),
                opponent("lost-twice", 0, 2, 0), opponent("won-often", 80, 20, 0), opponent("lost-often", 20, 80, 0),
                opponent("won-narrowly", 51, 49, 0));
        assertThat(names(profile.best())).isEqualTo("won-often won-narrowly won-twice");
        assertThat(names(profile.worst())).isEqualTo("lost-often lost-twice");
    }

    @Test
    void atMostFiveOfEach_areShown() {
        ModelProfile profile = profile(List.of(), Stream.concat(
                IntStream.range(0, 7).mapToObj(i -> opponent("better-" + i, 60 + i, 10, 0)),
                IntStream.range(0, 7).mapToObj(i -> opponent("worse-" + i, 10, 60 + i, 0)))
                .toArray(ModelProfile.Opponent[]::new));
        assertThat(names(profile.best())).isEqualTo("better-6 better-5 better-4 better-3 better-2");
        assertThat(names(profile.worst())).isEqualTo("worse-6 worse-5 worse-4 worse-3 worse-2");
    }

    private static ModelProfile.Standing standing(String category, Integer rank) {
        Board.Row row = new Board.Row(new Board.Place(rank, rank, rank), new Board.Facts("m", "M", "", "", null),
                new Board.Estimate(1000, 900.0, 1100.0), new Board.Results(60, 0.5, 0.1, 0.05, 0.15),
                new Board.Support(null, rank == null ? 1 : 0, false, false), new Board.Status(false, false));
        return new ModelProfile.Standing(category, "/models/m", false,
                BoardLine.of(row, RatingAxis.of(List.of(row)), false, BoardLine.Head.NONE, null, List.of()), 3);
    }

    @Test
    void categoriesWithoutARank_areNamed() {
        assertThat(profile(List.of(standing("Overall", 1), standing("Code", null), standing("Japanese", null)))
                .unranked()).isEqualTo("Code · Japanese");
        assertThat(profile(List.of(standing("Overall", 1), standing("Code", 2))).unranked()).isNull();
    }
}
