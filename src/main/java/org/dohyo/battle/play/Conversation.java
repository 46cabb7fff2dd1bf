package org.dohyo.battle.play;

import java.util.List;
import java.util.UUID;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.Reveal;
import org.dohyo.battle.Side;
import org.dohyo.battle.Standing;

/**
 * A battle as its voter may see it now.
 *
 * @param modelA the name of side A's model if the voter chose it, else null
 * @param modelB the same of side B
 * @param reveal null before the vote
 * @param standing null before the vote
 */
public record Conversation(UUID id, BattleState state, int turn, boolean blind, String modelA, String modelB,
        List<TurnJson> turns, Reveal reveal, Standing standing) {

    public record TurnJson(int turn, String prompt, List<AnswerJson> answers) {
    }

    /**
     * @param reasoning null before the vote, as are the figures
     * @param tokens as the endpoint counts them, else an estimate by cl100k_base
     * @param tokensEstimated whether they are that estimate
     * @param seconds from the prompt to the end
     * @param firstTextSeconds from the prompt to the first text
     */
    public record AnswerJson(Side side, AnswerState state, String text, String finishReason, String reasoning,
            Integer tokens,
            Boolean tokensEstimated, Double seconds, Double firstTextSeconds) {

        static AnswerJson blind(Answer answer, String text) {
            String finish = answer.state() == AnswerState.STREAMING ? null : answer.finishReason;
            return new AnswerJson(answer.side, answer.state(), text, finish, null, null, null, null, null);
        }
    }
}
