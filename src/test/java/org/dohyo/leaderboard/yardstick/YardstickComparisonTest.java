package org.dohyo.leaderboard.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.leaderboard.board.Board;
import org.junit.jupiter.api.Test;

class YardstickComparisonTest {

    private static Board.Row row(int rank, String slug, String name, double rating) {
        return new Board.Row(new Board.Place(rank == 0 ? null : rank, null, null),
                new Board.Facts(slug, name, "", "", null), new Board.Estimate(rating, rating - 9, rating + 9),
                new Board.Results(100, 0.5, 0, 0, 0.1), new Board.Support(null, 0, false, false),
                new Board.Status(false, false));
    }

    private static Board board(Board.Row... rows) {
        return new Board(Instant.EPOCH, "overall", "bt", "voters", false, 100, 100, "4", null, null, null,
                List.of(rows));
    }

    private static YardstickComparison compare(Board board, Map<String, String> meanings, String... names) {
        Yardstick yardstick = new Yardstick();
        yardstick.id = 1L;
        yardstick.dated = LocalDate.EPOCH;
        List<Rating> ratings = IntStream.range(0, names.length)
                .mapToObj(i -> new Rating(names[i], 1500 - i, null, null)).toList();
        return YardstickComparison.of(yardstick, board, "full", ratings, meanings);
    }

    @Test
    void models_areMatchedOnceBySlugOrName() {
        Board board = board(row(1, "gpt-4.1", "GPT 4.1", 1100), row(2, "claude-2", "Claude 2 (Anthropic)", 1000),
                row(3, "other", "Other", 990), row(0, "apart", "Apart", 1200));
        YardstickComparison comparison = compare(board, Map.of(), "GPT-4.1", "claude-2-anthropic", "gpt-4.1", "apart");
        assertThat(comparison.models()).extracting(YardstickComparison.Row::theirName)
                .containsExactly("GPT-4.1", "claude-2-anthropic");
        assertThat(comparison.unmatchedOwn()).isEqualTo(1);
        assertThat(comparison.unmatchedTheirs()).isEqualTo(2);
        assertThat(comparison.tau()).isNull();
    }

    @Test
    void whatAnAdminSays_comesFirst() {
        Board board = board(row(1, "a", "A", 1100), row(2, "b", "B", 1000));
        Map<String, String> meanings = new HashMap<>(Map.of("the-real-a", "a"));
        meanings.put("b", null);
        YardstickComparison comparison = compare(board, meanings, "a", "the-real-a", "b");
        assertThat(comparison.models()).extracting(YardstickComparison.Row::theirName).containsExactly("the-real-a");
    }

    @Test
    void ranks_areAmongTheModelsOnBoth() {
        Board board = board(
                Stream.of("a", "x", "b", "c", "d", "e").map(slug -> row(1, slug, slug, 1000 - slug.charAt(0)))
                        .toArray(Board.Row[]::new));
        YardstickComparison comparison = compare(board, Collections.emptyMap(), "b", "y", "a", "c", "d", "e");
        assertThat(comparison.models()).extracting(YardstickComparison.Row::slug).containsExactly("a", "b", "c", "d",
                "e");
        assertThat(comparison.models()).extracting(YardstickComparison.Row::theirRank).containsExactly(2, 1, 3, 4, 5);
        assertThat(comparison.tau().value()).isEqualTo(0.8);
        assertThat(comparison.tau().low()).isLessThan(0.8);
    }
}
