package org.dohyo.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.dohyo.battle.Outcome;
import org.dohyo.vote.OwnVotes.PairCount;
import org.junit.jupiter.api.Test;

class OwnBoardTest {

    @Test
    void modelsThatNeverMetTheMost_haveNoRank() {
        OwnBoard.Board board = OwnBoard
                .of(List.of(votes("apart-1", "apart-2", Outcome.A, 3), votes("apart-1", "apart-2", Outcome.B, 1),
                        votes("one", "two", Outcome.A, 5), votes("one", "two", Outcome.B, 2),
                        votes("two", "three", Outcome.A, 2)));
        assertThat(board.models()).extracting(OwnBoard.Row::slug, OwnBoard.Row::rank).containsExactly(
                tuple("one", 1), tuple("two", 2), tuple("three", 3), tuple("apart-1", null), tuple("apart-2", null));
    }

    @Test
    void modelsThatAllMet_areAllRanked() {
        OwnBoard.Board board = OwnBoard
                .of(List.of(votes("one", "two", Outcome.A, 8), votes("two", "one", Outcome.A, 2)));
        assertThat(board.models()).extracting(OwnBoard.Row::rank).containsExactly(1, 2);
    }

    @Test
    void tooFewVotes_makeNoBoard() {
        assertThat(OwnBoard.of(List.of(votes("one", "two", Outcome.A, OwnBoard.LEAST_VOTES - 1))).models()).isEmpty();
    }

    private static PairCount votes(String one, String two, Outcome outcome, long votes) {
        return new PairCount(one.hashCode(), one, one, two.hashCode(), two, two, outcome, votes);
    }
}
