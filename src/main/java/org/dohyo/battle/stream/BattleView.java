package org.dohyo.battle.stream;

import java.util.List;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Side;
import org.dohyo.provider.FinishReason;

/**
 * The part of a battle that its voter may see now: the source of every event, live or replayed.
 *
 * @param turns from the first on
 * @param blind true if it can be voted on once both answers are complete
 */
public record BattleView(List<TurnView> turns, boolean blind, boolean over) {

    /** @param ready true if both answers are complete, so the battle can be voted on or continued */
    public record TurnView(int turn, SideView a, SideView b, boolean ready) {

        public SideView side(Side side) {
            return side == Side.A ? a : b;
        }
    }

    /** @param text the text released so far */
    public record SideView(int attempt, AnswerState state, String text, String finishReason, boolean retryable) {

        static SideView of(Answer answer) {
            return new SideView(answer.attempt, answer.state(), answer.text, answer.finishReason, true);
        }

        static SideView streaming(int attempt) {
            return new SideView(attempt, AnswerState.STREAMING, "", null, true);
        }

        String finishReasonOrStop() {
            return finishReason == null ? FinishReason.STOP.label() : finishReason;
        }
    }
}
