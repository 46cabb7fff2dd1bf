package org.dohyo.battle.play;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Answer;
import org.dohyo.battle.Exchange;
import org.dohyo.battle.Side;
import org.dohyo.battle.Turn;

/** Reads the prompts and answers of a battle for moderators. */
@ApplicationScoped
public class Exchanges {

    private final Turn.Repository turns;
    private final Answer.Repository answers;

    Exchanges(Turn.Repository turns, Answer.Repository answers) {
        this.turns = turns;
        this.answers = answers;
    }

    /** All turns in order, in the caller's transaction; empty for an imported battle and once the texts are erased. */
    public List<Exchange> of(UUID battle) {
        Map<Answer.Key, String> texts = answers.ofBattle(battle).stream().collect(Collectors
                .toMap(answer -> new Answer.Key(answer.battleId, answer.turn, answer.side), answer -> answer.text));
        return turns.ofBattle(battle).stream()
                .map(turn -> new Exchange(turn.turn, turn.prompt, texts.get(new Answer.Key(battle, turn.turn, Side.A)),
                        texts.get(new Answer.Key(battle, turn.turn, Side.B))))
                .toList();
    }
}
