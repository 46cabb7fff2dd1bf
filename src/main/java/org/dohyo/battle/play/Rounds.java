package org.dohyo.battle.play;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Answer;
import org.dohyo.battle.Battle;
import org.dohyo.battle.PromptGuard;
import org.dohyo.battle.Side;
import org.dohyo.battle.Turn;
import org.dohyo.battle.stream.Streams;
import org.dohyo.battle.stream.TurnObserver;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;

import io.quarkus.arc.All;

/**
 * Writes the rows of a new turn or attempt and then starts its streams. Writing needs the lock of the battle's row; the
 * streams start once that transaction has committed.
 */
@ApplicationScoped
class Rounds {

    private final Battle.Repository battles;
    private final Turn.Repository turns;
    private final Answer.Repository answers;
    private final Endpoints endpoints;
    private final Streams streams;
    private final List<TurnObserver> observers;
    private final Clock clock;

    Rounds(Battle.Repository battles, Turn.Repository turns, Answer.Repository answers, Endpoints endpoints,
            Streams streams, @All List<TurnObserver> observers, Clock clock) {
        this.battles = battles;
        this.turns = turns;
        this.answers = answers;
        this.endpoints = endpoints;
        this.streams = streams;
        this.observers = observers;
        this.clock = clock;
    }

    /** An answer to stream once the transaction that wrote its row has committed. */
    record Start(UUID battle, int turn, Side side, int attempt, Endpoint endpoint, List<Message> conversation) {
    }

    /** Writes the battle, which may be new, and its current turn with an answer for each side. */
    List<Start> begin(Battle battle, String prompt, PromptGuard.Approval approval) {
        battle.streamOn(streams.owner(), clock.instant());
        battles.persist(battle);
        Turn turn = new Turn();
        turn.battleId = battle.id;
        turn.turn = battle.turn;
        turn.prompt = prompt;
        turn.createdAt = clock.instant();
        turns.persist(turn);
        battles.flush();
        approval.keep(battle);
        List<Start> starts = new ArrayList<>();
        for (Side side : Side.values()) {
            Answer answer = new Answer();
            answer.battleId = battle.id;
            answer.turn = battle.turn;
            answer.side = side;
            answer.startedAt = clock.instant();
            answers.persist(answer);
            starts.add(start(battle, answer));
        }
        return starts;
    }

    /** Writes the next attempt of a failed or stopped answer, by the same model. */
    Start restart(Battle battle, Answer answer) {
        answer.restart(clock.instant());
        battle.streamOn(streams.owner(), clock.instant());
        return start(battle, answer);
    }

    private Start start(Battle battle, Answer answer) {
        Endpoint endpoint = endpoints.of(battle.model(answer.side), battle.revision(answer.side));
        return new Start(battle.id, answer.turn, answer.side, answer.attempt, endpoint,
                conversation(battle, answer.side));
    }

    /** All prompts, each earlier one followed by this side's answer. */
    private List<Message> conversation(Battle battle, Side side) {
        List<Answer> earlier = answers.ofBattle(battle.id).stream()
                .filter(answer -> answer.side == side && answer.turn < battle.turn).toList();
        return turns.ofBattle(battle.id).stream().flatMap(turn -> Stream.concat(
                Stream.of(new Message(Message.Role.USER, turn.prompt)),
                earlier.stream().filter(answer -> answer.turn == turn.turn)
                        .map(answer -> new Message(Message.Role.ASSISTANT, answer.text))))
                .toList();
    }

    /** Starts the answers of a turn whose prompt was received and checked by these times. */
    void launch(List<Start> starts, Instant received, Instant begun) {
        Start first = starts.get(0);
        observers.forEach(observer -> observer.stored(first.battle(), first.turn(), received, begun));
        launch(starts);
    }

    void launch(List<Start> starts) {
        starts.forEach(
                start -> streams.run(start.battle(), start.turn(), start.side(), start.attempt(), start.endpoint(),
                        start.conversation()));
    }
}
