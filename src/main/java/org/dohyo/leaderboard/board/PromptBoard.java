package org.dohyo.leaderboard.board;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The newest of each board whose weights depend on the prompts. */
@Entity
@Immutable
class PromptBoard {

    /** Rises with each board that is published. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Embedded
    BoardKey boardKey;

    /** The JSON of a {@link Board}. */
    @JdbcTypeCode(SqlTypes.JSON)
    String board;

    static PromptBoard of(BoardKey key, String json) {
        PromptBoard board = new PromptBoard();
        board.boardKey = key;
        board.board = json;
        return board;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<PromptBoard, Long> {

        void replace(PromptBoard board) {
            persistAndFlush(board);
            delete("boardKey = ?1 and id < ?2", board.boardKey, board.id);
        }

        List<Snapshot.Stored> newestAfter(long id) {
            return find("id > ?1", id).project(Snapshot.Stored.class).list();
        }
    }
}
