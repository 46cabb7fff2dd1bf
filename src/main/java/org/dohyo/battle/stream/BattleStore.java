package org.dohyo.battle.stream;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleConfig;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.stream.BattleView.SideView;
import org.dohyo.battle.stream.BattleView.TurnView;
import org.dohyo.support.BeatGate;

import io.quarkus.scheduler.Scheduled;

/** Stores the ends of running streams and reads battles back. */
@ApplicationScoped
public class BattleStore {

    /** Three heartbeats missed, or none within 15 s of a start, by the database's clock. */
    private static final String EXPIRED = """
            state = ?1 and (heartbeatAt < instant - 3 second or heartbeatAt is null and updatedAt < instant - 15 second)""";

    private final Battle.Repository battles;
    private final Answer.Repository answers;
    private final Clock clock;
    private final BattleConfig config;

    BattleStore(Battle.Repository battles, Answer.Repository answers, Clock clock, BattleConfig config) {
        this.battles = battles;
        this.answers = answers;
        this.clock = clock;
        this.config = config;
    }

    /** The view of a battle from its rows alone. */
    @Transactional
    BattleView view(UUID id) {
        return view(battles.findById(id), answers.ofBattle(id));
    }

    /** As {@link #view(UUID)}, for many battles at once. */
    @Transactional
    Map<UUID, BattleView> views(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Answer>> byBattle = answers.list("battleId in ?1 order by turn, side", ids).stream()
                .collect(Collectors.groupingBy(answer -> answer.battleId));
        return battles.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(battle -> battle.id,
                        battle -> view(battle, byBattle.getOrDefault(battle.id, List.of()))));
    }

    private static BattleView view(Battle battle, List<Answer> stored) {
        TreeMap<Integer, List<Answer>> byTurn = stored.stream()
                .collect(Collectors.groupingBy(answer -> answer.turn, TreeMap::new, Collectors.toList()));
        List<TurnView> turns = new ArrayList<>();
        byTurn.forEach((turn, sides) -> {
            boolean ready = sides.stream().allMatch(answer -> answer.state() == AnswerState.DONE);
            turns.add(new TurnView(turn, SideView.of(sides.get(0)), SideView.of(sides.get(1)), ready));
        });
        return new BattleView(turns, battle.blind, battle.state().over());
    }

    /** Stores an answer's end and the battle's new state; returns the state of the answer's row after that. */
    @Transactional
    AnswerState settle(UUID id, LiveAnswer ended) {
        return end(id, ended, ended::store);
    }

    /** As {@link #settle}, for an answer that can't be stored as it is: it has failed, and its text is lost. */
    @Transactional
    AnswerState fail(UUID id, LiveAnswer unstorable) {
        return end(id, unstorable, answer -> {
            answer.end(AnswerState.FAILED);
            answer.errorKind = "NOT_STORED";
        });
    }

    private AnswerState end(UUID id, LiveAnswer ended, Consumer<Answer> how) {
        Optional<Battle> battle = battles.lock(id);
        Answer answer = battle.isEmpty() ? null
                : answers.findById(new Answer.Key(id, ended.turn(), ended.side()));
        if (answer == null) {
            // The voter has erased it meanwhile.
            return AnswerState.STOPPED;
        }
        if (answer.state() == AnswerState.STREAMING && answer.attempt == ended.attempt()) {
            how.accept(answer);
            conclude(battle.get());
        }
        return answer.state();
    }

    /** Sets the state that the current answers give; the battle's row must be locked. */
    private void conclude(Battle battle) {
        battle.moveTo(BattleState.of(answers.ofTurn(battle.id, battle.turn).stream().map(Answer::state).toList()),
                clock.instant());
        battle.stopAsked = battle.stopAsked && battle.state() == BattleState.STREAMING;
    }

    /**
     * Renews the heartbeats of the battles that stream on this replica, and fails the streams of replicas whose
     * heartbeat has expired.
     *
     * @param steady false just after a time without the database, in which no replica could renew its heartbeats
     * @return this replica's battles with a stop request
     */
    @Transactional
    List<UUID> beat(String owner, Collection<UUID> streaming, boolean steady) {
        if (!streaming.isEmpty()) {
            battles.update("heartbeatAt = instant where owner = ?1 and state = ?2 and id in ?3", owner,
                    BattleState.STREAMING, streaming);
        }
        if (steady) {
            battles.find(EXPIRED, BattleState.STREAMING).page(0, 100).list()
                    .forEach(battle -> failStreams(battle.id));
        }
        return streaming.isEmpty() ? List.of()
                : battles.find("select id from Battle where owner = ?1 and state = ?2 and stopAsked", owner,
                        BattleState.STREAMING).project(UUID.class).list();
    }

    @Scheduled(identity = "abandoned-battles", every = "10s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void abandonIdle() {
        Instant now = clock.instant();
        battles.update("state = ?1, updatedAt = ?2 where state in ?3 and updatedAt < ?4", BattleState.ABANDONED, now,
                BattleState.idle(), now.minus(config.abandonedAfter()));
    }

    private void failStreams(UUID id) {
        Battle battle = battles.lock(id).orElseThrow();
        answers.ofTurn(id, battle.turn).stream().filter(answer -> answer.state() == AnswerState.STREAMING)
                .forEach(answer -> {
                    answer.end(AnswerState.FAILED);
                    answer.errorKind = "OWNER_GONE";
                });
        conclude(battle);
    }
}
