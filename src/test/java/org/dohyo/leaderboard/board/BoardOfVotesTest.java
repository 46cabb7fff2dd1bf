package org.dohyo.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.dohyo.battle.Outcome;
import org.dohyo.model.ModelFacts;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.VoterVotes;
import org.junit.jupiter.api.Test;

class BoardOfVotesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    /** In another order than that of their slugs. */
    private static final List<ModelFacts> FACTS = Stream.of("c", "a", "b")
            .map(slug -> new ModelFacts((long) slug.hashCode(), slug, slug.toUpperCase(), "", "", null, "openai", null))
            .toList();

    private static Board board(BoardOfVotes votes) {
        return votes.board("overall", FACTS, 500, NOW);
    }

    @Test
    void ratingsAndIntervals_areThoseOfTheFitByVoters() {
        SplittableRandom random = new SplittableRandom(4);
        BoardOfVotes votes = new BoardOfVotes();
        VoterVotes expected = new VoterVotes(3);
        for (int voter = 0; voter < 20; voter++) {
            List<PairCount> ofVoter = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                int first = random.nextInt(3);
                int second = (first + 1 + random.nextInt(2)) % 3;
                Outcome outcome = Outcome.values()[random.nextInt(4)];
                votes.add("voter " + voter, slug(first), slug(second), outcome);
                ofVoter.add(new PairCount(first, second, outcome == Outcome.A ? 1 : 0, outcome == Outcome.B ? 1 : 0,
                        outcome == Outcome.TIE ? 1 : 0, outcome == Outcome.BOTH_BAD ? 1 : 0));
            }
            expected.add(ofVoter);
        }
        Fit fit = BradleyTerry.fit(expected);
        Board board = board(votes);
        assertThat(board.votes()).isEqualTo(200);
        assertThat(board.logSize()).isEqualTo(500);
        assertThat(board.generatedAt()).isEqualTo(NOW);
        assertThat(board.weights()).isEqualTo("voters");
        assertThat(board.models()).hasSize(3).allSatisfy(row -> {
            int model = row.slug().charAt(0) - 'a';
            assertThat(row.rating()).isCloseTo(fit.ratings()[model], within(1e-9));
            assertThat(row.high() - row.rating()).isCloseTo(fit.halfWidth(model), within(1e-9));
            assertThat(row.rankLow()).isBetween(1, row.rank());
            assertThat(row.preliminary()).isFalse();
        });
    }

    @Test
    void voterOfManyVotes_weighsThirty() {
        BoardOfVotes votes = new BoardOfVotes();
        for (int n = 0; n < 1000; n++) {
            votes.add("one", "a", "b", Outcome.A);
        }
        for (int voter = 0; voter < 60; voter++) {
            votes.add("voter " + voter, "b", "a", Outcome.A);
        }
        assertThat(ofTwo(votes).models().get(0).slug()).isEqualTo("b");
    }

    private static Board ofTwo(BoardOfVotes votes) {
        return votes.board("overall", FACTS.subList(1, 3), 1, NOW);
    }

    @Test
    void sameVotes_giveTheSameBoard() {
        BoardOfVotes once = new BoardOfVotes();
        BoardOfVotes again = new BoardOfVotes();
        for (BoardOfVotes votes : List.of(once, again)) {
            votes.add("x", "a", "b", Outcome.A);
            votes.add("y", "b", "c", Outcome.TIE);
            votes.add("x", "c", "a", Outcome.BOTH_BAD);
        }
        assertThat(board(once)).isEqualTo(board(again));
        assertThat(once.models()).containsExactly("a", "b", "c");
    }

    private static String slug(int model) {
        return Character.toString('a' + model);
    }
}
