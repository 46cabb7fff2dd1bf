package org.dohyo.battle;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What one side said in one turn. Text is stored when the answer ends, not while it streams. */
@Entity
@Table(name = "answer")
@IdClass(Answer.Key.class)
public class Answer {

    public record Key(UUID battleId, int turn, Side side) implements Serializable {
    }

    @Id
    @Column(name = "battle_id")
    public UUID battleId;

    @Id
    public int turn;

    @Id
    @Enumerated(EnumType.STRING)
    public Side side;

    /** Counted from 1; a retry is the next. */
    public int attempt = 1;

    @Enumerated(EnumType.STRING)
    public AnswerState state = AnswerState.STREAMING;

    public String text = "";

    public String reasoning = "";

    @Column(name = "finish_reason")
    public String finishReason;

    @Column(name = "raw_finish_reason")
    public String rawFinishReason;

    @Column(name = "error_kind")
    public String errorKind;

    @Column(name = "error_detail")
    public String errorDetail;

    @Column(name = "prompt_tokens")
    public Integer promptTokens;

    @Column(name = "completion_tokens")
    public Integer completionTokens;

    @Column(name = "first_text_millis")
    public Integer firstTextMillis;

    @Column(name = "total_millis")
    public Integer totalMillis;

    @Column(name = "started_at")
    public Instant startedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Answer, Key> {

        /** All answers of a battle in the order in which they are read. */
        public List<Answer> ofBattle(UUID battleId) {
            return list("battleId = ?1 order by turn, side", battleId);
        }

        public List<Answer> ofTurn(UUID battleId, int turn) {
            return list("battleId = ?1 and turn = ?2 order by side", battleId, turn);
        }
    }
}
