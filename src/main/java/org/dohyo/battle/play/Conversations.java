package org.dohyo.battle.play;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Battle;
import org.dohyo.battle.Side;
import org.dohyo.battle.Standings;
import org.dohyo.battle.Turn;
import org.dohyo.battle.play.Conversation.AnswerJson;
import org.dohyo.battle.play.Conversation.TurnJson;
import org.dohyo.battle.stream.BattleView;
import org.dohyo.battle.stream.Streams;
import org.dohyo.model.Model;
import org.dohyo.text.StyleFeatures;

/**
 * Shows a battle to its voter. Until the vote it withholds everything that identifies a model: name, reasoning, token
 * counts, timing.
 */
@ApplicationScoped
public class Conversations {

    private final Turn.Repository turns;
    private final Answer.Repository answers;
    private final Model.Repository models;
    private final Streams streams;
    private final Reveals reveals;
    private final Standings standings;

    Conversations(Turn.Repository turns, Answer.Repository answers, Model.Repository models, Streams streams,
            Reveals reveals,
            Standings standings) {
        this.turns = turns;
        this.answers = answers;
        this.models = models;
        this.streams = streams;
        this.reveals = reveals;
        this.standings = standings;
    }

    /** The current view of the battle, in the caller's transaction. */
    public Conversation of(Battle battle) {
        BattleView view = streams.view(battle).filter(live -> !battle.state().over()).orElse(null);
        List<Answer> stored = answers.ofBattle(battle.id);
        List<TurnJson> json = turns.ofBattle(battle.id).stream().map(turn -> new TurnJson(turn.turn, turn.prompt,
                stored.stream().filter(answer -> answer.turn == turn.turn).map(answer -> json(answer, view, battle))
                        .toList()))
                .toList();
        return new Conversation(battle.id, battle.state(), battle.turn, battle.blind, name(battle, Side.A),
                name(battle, Side.B),
                json, reveals.of(battle).orElse(null), battle.state().judged() ? standings.of(battle) : null);
    }

    private String name(Battle battle, Side side) {
        return battle.blind ? null : models.findById(battle.model(side)).name;
    }

    private static AnswerJson json(Answer answer, BattleView live, Battle battle) {
        if (answer.state() == AnswerState.STREAMING && live != null) {
            String text = live.turns().stream().filter(turn -> turn.turn() == answer.turn)
                    .map(turn -> turn.side(answer.side).text()).findFirst().orElse("");
            return AnswerJson.blind(answer, text);
        }
        return battle.blind && !battle.state().judged() || answer.state() == AnswerState.STREAMING
                ? AnswerJson.blind(answer, answer.text)
                : full(answer);
    }

    private static AnswerJson full(Answer answer) {
        boolean estimated = answer.completionTokens == null;
        int tokens = estimated ? StyleFeatures.of(answer.text).tokens() : answer.completionTokens;
        return new AnswerJson(answer.side, answer.state(), answer.text, answer.finishReason, answer.reasoning, tokens,
                estimated,
                seconds(answer.totalMillis), seconds(answer.firstTextMillis));
    }

    private static Double seconds(Integer millis) {
        return millis == null ? null : millis / 1000.0;
    }
}
