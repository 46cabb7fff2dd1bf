package org.dohyo.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.dohyo.leaderboard.count.Weights;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The JSON of a board is a public interface, and snapshots of older versions are read from the database. */
class BoardJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final String BOARD = """
            {"generatedAt":"2026-11-27T12:00:00Z","category":"overall","method":"bt","weights":"voters","styleControl":false,\
            "votes":0,"logSize":0,"methodVersion":"5","uncertaintyAt":null,"uncertaintyLogSize":null,"style":null,"models":[\
            {"rank":1,"rankLow":1,"rankHigh":2,"slug":"m","name":"M","organization":"Org","license":"MIT","openWeights":true,\
            "rating":1012.5,"low":null,"high":null,"votes":12,"winRate":0.5,"bothBad":0.125,"bothBadLow":0.1,"bothBadHigh":0.15,\
            "votesToFlip":null,"component":0,"regularised":false,"preliminary":true,"retired":false,"demo":true}]}""";

    private static Board board() {
        BoardKey key = new BoardKey("overall", RatingMethod.BRADLEY_TERRY, Weights.VOTERS, false);
        return Board.empty(key, Instant.parse("2026-11-27T12:00:00Z"))
                .with(List.of(new Board.Row(new Board.Place(1, 1, 2),
                        new Board.Facts("m", "M", "Org", "MIT", true), new Board.Estimate(1012.5, null, null),
                        new Board.Results(12, 0.5, 0.125, 0.1, 0.15), new Board.Support(null, 0, false, true),
                        new Board.Status(false, true))));
    }

    @Test
    void rowsAreFlat_inAFixedOrder() throws Exception {
        assertThat(JSON.writeValueAsString(board())).isEqualTo(BOARD);
    }

    @Test
    void storedBoardIsReadAgain() throws Exception {
        assertThat(JSON.readValue(BOARD, Board.class)).isEqualTo(board());
    }
}
