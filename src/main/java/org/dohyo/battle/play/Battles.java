package org.dohyo.battle.play;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.PairPlan;
import org.dohyo.battle.PromptGuard;
import org.dohyo.battle.Side;
import org.dohyo.battle.Turn;
import org.dohyo.battle.stream.BattleStore;
import org.dohyo.battle.stream.LiveAnswer;
import org.dohyo.battle.stream.Streams;
import org.dohyo.model.Model;
import org.dohyo.model.endpoint.DrawableModels;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.support.Problem;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The story of a battle: start, further turns, stop and retry. Each locks the battle's row, checks the state, writes,
 * commits, and only then starts streams; in a wrong state it answers 409 and names the state.
 */
@ApplicationScoped
public class Battles {

    private final Battle.Repository battles;
    private final Turn.Repository turns;
    private final Answer.Repository answers;
    private final Model.Repository models;
    private final DrawableModels drawable;
    private final Endpoints endpoints;
    private final PairPlan plan;
    private final Streams streams;
    private final BattleStore store;
    private final Limits limits;
    private final RandomGenerator random;
    private final Clock clock;

    Battles(Battle.Repository battles, Turn.Repository turns, Answer.Repository answers, Model.Repository models,
            DrawableModels drawable, Endpoints endpoints, PairPlan plan, Streams streams, BattleStore store,
            Limits limits, RandomGenerator random, Clock clock) {
        this.battles = battles;
        this.turns = turns;
        this.answers = answers;
        this.models = models;
        this.drawable = drawable;
        this.endpoints = endpoints;
        this.plan = plan;
        this.streams = streams;
        this.store = store;
        this.limits = limits;
        this.random = random;
        this.clock = clock;
    }

    /** An answer that is to start once the transaction that wrote it has committed. */
    private record Start(UUID battle, int turn, Side side, int attempt, Endpoint endpoint, List<Message> conversation) {
    }

    /** Whether such a battle may begin at all: asked before anybody is asked about the prompt. */
    public void checkStart(String network, String prompt) {
        limits.checkPrompt(prompt);
        limits.checkCapacity();
        limits.takeOfNetwork(network);
    }

    /**
     * A new battle: both models are drawn, or named by slug (both or none); both streams start at once.
     *
     * @param approval of the prompt by the {@link PromptGuard}
     */
    public UUID start(long voterId, String prompt, PromptGuard.Approval approval, String slugA, String slugB) {
        UUID id = UUID.randomUUID();
        launch(QuarkusTransaction.requiringNew().call(() -> {
            limits.checkVoter(voterId);
            Battle battle = slugA == null && slugB == null ? drawn() : named(slugA, slugB);
            battle.id = id;
            battle.voterId = voterId;
            battle.createdAt = clock.instant();
            battle.turn = 1;
            battle.state = BattleState.STREAMING;
            battle.owner = streams.owner();
            battle.heartbeatAt = clock.instant();
            battle.updatedAt = clock.instant();
            battles.persist(battle);
            return say(battle, prompt, approval);
        }));
        return id;
    }

    /** Whether a follow-up may be said now: asked before anybody is asked about the prompt. */
    public void checkFollow(long voterId, UUID id, String prompt) {
        limits.checkPrompt(prompt);
        limits.checkCapacity();
        requireTurn(owned(voterId, id));
    }

    private void requireTurn(Battle battle) {
        require(battle, BattleState.READY);
        if (battle.turn >= limits.turns()) {
            throw Problem.of(Status.CONFLICT, "too-many-turns", "This battle has had its " + limits.turns() + " turns.");
        }
    }

    /** A follow-up to both models, approved by the {@link PromptGuard}; returns the turn's number. */
    public int follow(long voterId, UUID id, String prompt, PromptGuard.Approval approval) {
        List<Start> starts = QuarkusTransaction.requiringNew().call(() -> {
            Battle battle = locked(voterId, id);
            limits.checkAdmitted(voterId);
            requireTurn(battle);
            battle.turn++;
            return say(battle, prompt, approval);
        });
        launch(starts);
        return starts.get(0).turn();
    }

    /** Stops what streams. */
    public void stop(long voterId, UUID id) {
        List<LiveAnswer> running = streams.running(id);
        QuarkusTransaction.requiringNew().run(() -> {
            Battle battle = locked(voterId, id);
            require(battle, BattleState.STREAMING);
            battle.stopAsked = true;
            running.forEach(answer -> end(battle, answer));
            store.conclude(battle);
        });
        running.forEach(answer -> answer.settle(AnswerState.STOPPED));
    }

    private void end(Battle battle, LiveAnswer running) {
        Answer answer = answers.findById(new Answer.Key(battle.id, running.turn(), running.side()));
        if (answer.state == AnswerState.STREAMING && answer.attempt == running.attempt()) {
            running.stop();
            running.claim();
            running.store(answer);
        }
    }

    /** A stopped or failed side answers again, with the same model. */
    public void retry(long voterId, UUID id, Side side) {
        limits.checkCapacity();
        launch(List.of(QuarkusTransaction.requiringNew().call(() -> {
            Battle battle = locked(voterId, id);
            limits.checkAdmitted(voterId);
            Answer answer = answers.findById(new Answer.Key(id, battle.turn, side));
            checkRetry(battle, answer);
            answer.attempt++;
            answer.state = AnswerState.STREAMING;
            answer.text = "";
            answer.reasoning = "";
            answer.startedAt = clock.instant();
            takeOver(battle);
            return begin(battle, answer);
        })));
    }

    private void checkRetry(Battle battle, Answer answer) {
        boolean whileOtherStreams = battle.state == BattleState.STREAMING && answer.state == AnswerState.FAILED
                && streams.owner().equals(battle.owner);
        boolean afterAll = (battle.state == BattleState.NEEDS_RETRY || battle.state == BattleState.STOPPED)
                && (answer.state == AnswerState.FAILED || answer.state == AnswerState.STOPPED);
        if (!whileOtherStreams && !afterAll) {
            throw wrongState(battle);
        }
    }

    /** The voter's battle with its row locked; 404 for anyone else's. */
    public Battle locked(long voterId, UUID id) {
        return battles.lock(id).filter(battle -> isOf(battle, voterId)).orElseThrow(Battles::unknown);
    }

    /** The voter's battle; 404 for anyone else's. */
    public Battle owned(long voterId, UUID id) {
        return battles.findByIdOptional(id).filter(battle -> isOf(battle, voterId)).orElseThrow(Battles::unknown);
    }

    /** The voter's battle, if there is anything to watch: 404 where its texts were erased, so that no browser asks again. */
    public Battle watchable(long voterId, UUID id) {
        Battle battle = owned(voterId, id);
        if (battle.state.over() && turns.count("battleId", id) == 0) {
            throw unknown();
        }
        return battle;
    }

    private static boolean isOf(Battle battle, long voterId) {
        return battle.voterId != null && battle.voterId == voterId;
    }

    /** 404: no battle of this voter. */
    public static RuntimeException unknown() {
        return Problem.of(Status.NOT_FOUND, "unknown-battle", "There is no such battle of yours.");
    }

    /** The id that a path names; 404 where it is none. */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /** 409 that names the state, for a battle that isn't in the one needed. */
    public static void require(Battle battle, BattleState needed) {
        if (battle.state != needed) {
            throw wrongState(battle);
        }
    }

    private static RuntimeException wrongState(Battle battle) {
        return Problem.of(Status.CONFLICT, "wrong-state", "The battle is " + battle.state + ".", "state", battle.state);
    }

    private Battle drawn() {
        List<Model> candidates = drawable.list();
        if (candidates.size() < 2) {
            throw Problem.later(Status.SERVICE_UNAVAILABLE, "no-pair", "Fewer than two models can be drawn now.",
                    Duration.ofSeconds(30));
        }
        PairPlan.Draw draw = plan.draw(candidates, random);
        Battle battle = between(draw.a(), draw.b());
        battle.blind = true;
        battle.propensity = draw.propensity();
        return battle;
    }

    private Battle named(String slugA, String slugB) {
        Model a = enabled(slugA, "modelA");
        Model b = enabled(slugB, "modelB");
        if (a.id.equals(b.id)) {
            throw Problem.field(Status.BAD_REQUEST, "modelB", "body", "must differ from modelA");
        }
        return between(a, b);
    }

    private Model enabled(String slug, String field) {
        return models.findBySlug(slug == null ? "" : slug).filter(model -> model.enabled && model.unpublished == null)
                .orElseThrow(() -> Problem.field(Status.BAD_REQUEST, field, "body", "must be the slug of an enabled model"));
    }

    private static Battle between(Model a, Model b) {
        Battle battle = new Battle();
        battle.modelA = a.id;
        battle.revisionA = a.revision;
        battle.modelB = b.id;
        battle.revisionB = b.revision;
        return battle;
    }

    private List<Start> say(Battle battle, String prompt, PromptGuard.Approval approval) {
        takeOver(battle);
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
            starts.add(begin(battle, answer));
        }
        return starts;
    }

    private void takeOver(Battle battle) {
        battle.state = BattleState.STREAMING;
        battle.owner = streams.owner();
        battle.heartbeatAt = clock.instant();
        battle.updatedAt = clock.instant();
        battle.stopAsked = false;
    }

    private Start begin(Battle battle, Answer answer) {
        Endpoint endpoint = endpoints.of(battle.model(answer.side), battle.revision(answer.side));
        return new Start(battle.id, answer.turn, answer.side, answer.attempt, endpoint, conversation(battle, answer.side));
    }

    private List<Message> conversation(Battle battle, Side side) {
        List<Answer> said = answers.ofBattle(battle.id).stream().filter(answer -> answer.side == side).toList();
        List<Message> messages = new ArrayList<>();
        for (Turn turn : turns.ofBattle(battle.id)) {
            messages.add(new Message(Message.Role.USER, turn.prompt));
            said.stream().filter(answer -> answer.turn == turn.turn && turn.turn < battle.turn)
                    .forEach(answer -> messages.add(new Message(Message.Role.ASSISTANT, answer.text)));
        }
        return messages;
    }

    private void launch(List<Start> starts) {
        starts.forEach(start -> streams.run(start.battle(), start.turn(), start.side(), start.attempt(), start.endpoint(),
                start.conversation()));
    }
}
