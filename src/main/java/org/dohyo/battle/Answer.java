package org.dohyo.battle;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** One side's answer in one turn. Text is stored when the answer ends, not while it streams. */
@Entity
@IdClass(Answer.Key.class)
public class Answer {

    public record Key(UUID battleId, int turn, Side side) implements Serializable {
    }

    @Id
    public UUID battleId;

    @Id
    public int turn;

    @Id
    @Enumerated(EnumType.STRING)
    public Side side;

    /** Counted from 1; a retry is the next. */
    public int attempt = 1;

    @Enumerated(EnumType.STRING)
    private AnswerState state = AnswerState.STREAMING;

    public String text = "";

    public String reasoning = "";

    public String finishReason;

    public String rawFinishReason;

    public String errorKind;

    public String errorDetail;

    public Integer promptTokens;

    public Integer completionTokens;

    public Integer firstTextMillis;

    public Integer totalMillis;

    public Instant startedAt;

    public AnswerState state() {
        return state;
    }

    /** @throws IllegalStateException unless the answer is streaming */
    public void end(AnswerState ended) {
        state = state.to(ended);
    }

    /**
     * Starts the next attempt with an empty text.
     *
     * @throws IllegalStateException unless the answer failed or was stopped
     */
    public void restart(Instant now) {
        state = state.to(AnswerState.STREAMING);
        attempt++;
        text = "";
        reasoning = "";
        startedAt = now;
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Answer, Key> {

        /** All answers of a battle in reading order. */
        public List<Answer> ofBattle(UUID battleId) {
            return list("battleId = ?1 order by turn, side", battleId);
        }

        /** How often an answer of the battle was asked for again. */
        public long retriesOf(UUID battleId) {
            return find("select coalesce(sum(a.attempt - 1), 0) from Answer a where a.battleId = ?1", battleId)
                    .project(Long.class).singleResult();
        }

        /** How often answers of the voter's battles were asked for again, of those that began after a time. */
        public long retriesSince(long voterId, Instant since) {
            return find("""
                    select coalesce(sum(a.attempt - 1), 0) from Answer a join Battle b on b.id = a.battleId
                    where b.voterId = ?1 and a.startedAt > ?2 and a.attempt > 1""", voterId, since)
                    .project(Long.class).singleResult();
        }

        public List<Answer> ofTurn(UUID battleId, int turn) {
            return list("battleId = ?1 and turn = ?2 order by side", battleId, turn);
        }
    }
}
