package org.dohyo.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.dataset.file.Reading;
import org.dohyo.dataset.file.VoteFile;
import org.dohyo.dataset.format.AllFormats;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.VoterVotes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of src/test/resources/imports/boards: votes from which little is certain, read and rated. */
class BoardFilesTest {

    /** A file's votes, whose models are numbered in the order of their names. */
    private record Board(List<String> models, VoterVotes votes) {

        Fit byVoters() {
            return BradleyTerry.fit(votes);
        }

        Fit byVotes() {
            return BradleyTerry.fit(new PairCounts(votes.models(), votes.unweighted()));
        }
    }

    private static Board board(String name) throws IOException {
        List<Comparison> read = new ArrayList<>();
        try (InputStream file = BoardFilesTest.class.getResourceAsStream("/imports/boards/" + name)) {
            assertThat(VoteFile.read(file, new Reading(AllFormats.beans(), null, null, false, Instant.now()),
                    (record, vote) -> read.add(vote))
                    .errors()).isEmpty();
        }
        List<String> models = List.copyOf(new TreeSet<>(
                read.stream().flatMap(vote -> Stream.of(vote.modelA(), vote.modelB())).toList()));
        Map<String, List<PairCount>> voters = new LinkedHashMap<>();
        read.forEach(vote -> voters.computeIfAbsent(vote.voter(), voter -> new ArrayList<>())
                .add(count(vote, models)));
        VoterVotes votes = new VoterVotes(models.size());
        voters.values().forEach(votes::add);
        return new Board(models, votes);
    }

    private static PairCount count(Comparison vote, List<String> models) {
        int a = models.indexOf(vote.modelA());
        int b = models.indexOf(vote.modelB());
        return switch (vote.outcome()) {
            case A -> new PairCount(a, b, 1, 0, 0, 0);
            case B -> new PairCount(a, b, 0, 1, 0, 0);
            case TIE -> new PairCount(a, b, 0, 0, 1, 0);
            case BOTH_BAD -> new PairCount(a, b, 0, 0, 0, 1);
        };
    }

    @ParameterizedTest
    @CsvSource({ "210-board-basque.json", "210-board-estonian.json", "210-board-icelandic.json",
            "210-board-irish.json", "210-board-swahili.json", "210-board-welsh.json", "212-board-newcomer.json" })
    void byVoters_noModelIsSurerThanByVotes(String file) throws IOException {
        Board board = board(file);
        Fit byVoters = board.byVoters();
        Fit byVotes = board.byVotes();
        RankIntervals ranks = RankIntervals.of(byVoters);
        RankIntervals ranksByVotes = RankIntervals.of(byVotes);
        for (int model = 0; model < board.models().size(); model++) {
            assertThat(byVoters.halfWidth(model)).isPositive().isGreaterThanOrEqualTo(byVotes.halfWidth(model));
            assertThat(ranks.low()[model]).isLessThanOrEqualTo(ranksByVotes.low()[model]);
            assertThat(ranks.high()[model]).isGreaterThanOrEqualTo(ranksByVotes.high()[model]);
        }
    }

    /** Three wins of three, one win of one, ties alone, each once better than the next: no one is surely better. */
    @ParameterizedTest
    @CsvSource({ "212-board-newcomer.json, n-new", "210-board-irish.json, r-a", "210-board-estonian.json, e-a",
            "210-board-basque.json, b-a", "210-board-welsh.json, w-a" })
    void aModelThatMayHaveAnyRank(String file, String slug) throws IOException {
        Board board = board(file);
        int model = board.models().indexOf(slug);
        RankIntervals ranks = RankIntervals.of(board.byVoters());
        assertThat(ranks.low()[model]).isEqualTo(1);
        assertThat(ranks.high()[model]).isEqualTo(board.models().size());
    }

    @ParameterizedTest
    @CsvSource({ "210-board-estonian.json", "210-board-basque.json", "210-board-welsh.json" })
    void equalResults_giveEqualRatings(String file) throws IOException {
        double[] ratings = board(file).byVoters().ratings();
        for (double rating : ratings) {
            assertThat(rating).isCloseTo(ratings[0], within(0.01));
        }
    }

    @Test
    void modelsThatNeverMet_areNotCompared() throws IOException {
        Board board = board("210-board-swahili.json");
        int[] component = board.byVoters().component();
        Map<String, Integer> parts = new LinkedHashMap<>();
        IntStream.range(0, component.length).forEach(model -> parts.put(board.models().get(model), component[model]));
        assertThat(parts.get("s-a")).isEqualTo(parts.get("s-b")).isNotEqualTo(parts.get("s-c"));
        assertThat(parts.get("s-c")).isEqualTo(parts.get("s-d"));
        assertThat(RankIntervals.of(board.byVoters()).high()).containsOnly(2);
    }
}
