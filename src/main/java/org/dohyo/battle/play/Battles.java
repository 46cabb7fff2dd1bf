package org.dohyo.battle.play;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.PromptGuard;
import org.dohyo.battle.Side;
import org.dohyo.battle.Turn;
import org.dohyo.battle.stream.Streams;
import org.dohyo.flood.Caller;
import org.dohyo.flood.Floods;
import org.dohyo.support.Problem;
import org.dohyo.voter.Consents;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Refusal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;

/**
 * The story of a battle: open, follow up, stop, retry. Each step locks the battle's row, checks its state, writes,
 * commits, and only then starts streams. In a wrong state a step answers 409 and names the state.
 */
@ApplicationScoped
public class Battles {

    /** The problem for an id that isn't a battle of the voter. */

    private final Battle.Repository battles;
    private final Turn.Repository turns;
    private final Answer.Repository answers;
    private final Pairing pairing;
    private final Rounds rounds;
    private final Streams streams;
    private final Voters voters;
    private final Consents consents;
    private final PromptGuard prompts;
    private final Limits limits;
    private final Clock clock;

    Battles(Battle.Repository battles, Turn.Repository turns, Answer.Repository answers, Pairing pairing, Rounds rounds,
            Streams streams, Voters voters, Consents consents, PromptGuard prompts, Limits limits, Clock clock) {
        this.battles = battles;
        this.turns = turns;
        this.answers = answers;
        this.pairing = pairing;
        this.rounds = rounds;
        this.streams = streams;
        this.voters = voters;
        this.consents = consents;
        this.prompts = prompts;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A request for a new battle.
     *
     * @param voter not yet stored if this is the voter's first call
     * @param caller whose network limits battles
     * @param modelA the slug of a model that the voter chose; null, as is {@code modelB}, for a blind battle
     */
    public record Opening(Voter voter, Caller caller, String prompt, String modelA, String modelB) {

        private boolean blind() {
            return modelA == null && modelB == null;
        }
    }

    /** A turn whose two streams have started. */
    public record Opened(UUID battle, int turn, PromptGuard.Approval approval) {
    }

    /**
     * Opens a battle: admits the voter, checks limits and the prompt, and then, all in one transaction, stores a new
     * voter, takes the prompt as consent where there is none yet and draws or names the two models. A battle that is
     * refused leaves nothing behind.
     */
    public Uni<Opened> open(Opening opening) {
        Instant received = clock.instant();
        Voter voter = opening.voter();
        voter.requireAdmitted();
        limits.checkPrompt(opening.prompt());
        limits.checkCapacity();
        String network = opening.caller().network();
        limits.checkNetwork(network);
        // Now: a newcomer is a voter by the time the battle is stored.
        String subject = Floods.subject(voter, opening.caller());
        limits.checkFlood(subject, opening.caller());
        PromptGuard.Sender sender = voter.id == null ? PromptGuard.Sender.newcomerOf(network)
                : PromptGuard.Sender.voter(voter.id);
        return prompts.check(sender, opening.prompt()).map(approval -> start(opening, subject, approval, received));
    }

    private Opened start(Opening opening, String subject, PromptGuard.Approval approval, Instant received) {
        UUID id = UUID.randomUUID();
        Instant begun = clock.instant();
        rounds.launch(QuarkusTransaction.requiringNew().call(() -> {
            long voter = voters.stored(opening.voter()).id;
            int terms = consents.byFirstPrompt(voter);
            limits.checkVoter(voter);
            Battle battle = opening.blind() ? pairing.draw() : pairing.named(opening.modelA(), opening.modelB());
            battle.id = id;
            battle.voterId = voter;
            battle.termsVersion = terms;
            battle.createdAt = clock.instant();
            battle.updatedAt = battle.createdAt;
            battle.turn = 1;
            List<Rounds.Start> starts = rounds.begin(battle, opening.prompt(), approval);
            limits.takeOfNetwork(opening.caller().network());
            limits.takeOfFlood(subject, opening.caller());
            return starts;
        }), received, begun);
        return new Opened(id, 1, approval);
    }

    /** Sends a follow-up to both models. */
    public Uni<Opened> follow(Voter voter, Caller caller, UUID id, String prompt) {
        Instant received = clock.instant();
        voter.requireAdmitted();
        limits.checkPrompt(prompt);
        limits.checkCapacity();
        requireTurn(owned(voter.id, id));
        limits.checkFlood(Floods.subject(voter, caller), caller);
        return prompts.check(PromptGuard.Sender.voter(voter.id), prompt)
                .map(approval -> follow(voter, caller, id, prompt, approval, received));
    }

    private Opened follow(Voter voter, Caller caller, UUID id, String prompt, PromptGuard.Approval approval,
            Instant received) {
        Instant begun = clock.instant();
        List<Rounds.Start> starts = QuarkusTransaction.requiringNew().call(() -> {
            Battle battle = locked(voter.id, id);
            limits.checkAdmitted(voter.id);
            requireTurn(battle);
            battle.turn++;
            List<Rounds.Start> begin = rounds.begin(battle, prompt, approval);
            limits.takeOfFlood(Floods.subject(voter, caller), caller);
            return begin;
        });
        rounds.launch(starts, received, begun);
        return new Opened(id, starts.get(0).turn(), approval);
    }

    private void requireTurn(Battle battle) {
        require(battle, BattleState.READY);
        if (battle.turn >= limits.turns()) {
            throw Refusal.of(PlayMessages.class, Status.CONFLICT, "too-many-turns",
                    words -> words.turns(limits.turns()));
        }
    }

    /** Stops all running streams of the battle, also those of another replica, within a second. */
    public void stop(long voterId, UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Battle battle = locked(voterId, id);
            require(battle, BattleState.STREAMING);
            battle.stopAsked = true;
        });
        streams.stop(id);
    }

    /** Starts a stopped or failed side's answer again, with the same model. */
    public void retry(long voterId, UUID id, Side side) {
        limits.checkCapacity();
        rounds.launch(List.of(QuarkusTransaction.requiringNew().call(() -> {
            Battle battle = locked(voterId, id);
            limits.checkAdmitted(voterId);
            Answer answer = answers.findById(new Answer.Key(id, battle.turn, side));
            if (!canRetry(battle, answer)) {
                throw wrongState(battle);
            }
            limits.checkRetries(voterId, id);
            return rounds.restart(battle, answer);
        })));
    }

    /** While the other side streams, only the replica that owns the streams can add one. */
    private boolean canRetry(Battle battle, Answer answer) {
        return switch (battle.state()) {
            case STREAMING -> answer.state() == AnswerState.FAILED && streams.owner().equals(battle.owner);
            case NEEDS_RETRY, STOPPED -> answer.state().canBecome(AnswerState.STREAMING);
            case READY, VOTED, WITHDRAWN, ABANDONED -> false;
        };
    }

    /** The voter's battle with its row locked; 404 for anyone else's. */
    public Battle locked(long voterId, UUID id) {
        return battles.lock(id).filter(battle -> isOf(battle, voterId)).orElseThrow(Battles::unknown);
    }

    /** The voter's battle; 404 for anyone else's. */
    public Battle owned(long voterId, UUID id) {
        return battles.findByIdOptional(id).filter(battle -> isOf(battle, voterId)).orElseThrow(Battles::unknown);
    }

    /**
     * The voter's battle if there is anything to watch; 404 if its texts were erased, so that no browser reconnects.
     */
    public Battle watchable(long voterId, UUID id) {
        Battle battle = owned(voterId, id);
        if (battle.state().over() && turns.count("battleId", id) == 0) {
            throw unknown();
        }
        return battle;
    }

    private static boolean isOf(Battle battle, long voterId) {
        return battle.voterId != null && battle.voterId == voterId && battle.removedAt == null;
    }

    /** 404: no battle of this voter. */
    public static RuntimeException unknown() {
        return Refusal.of(PlayMessages.class, Status.NOT_FOUND, "unknown-battle", PlayMessages::unknownBattle);
    }

    /** 409 that names the state, unless the battle is in the state needed. */
    public static void require(Battle battle, BattleState needed) {
        if (battle.state() != needed) {
            throw wrongState(battle);
        }
    }

    private static RuntimeException wrongState(Battle battle) {
        return Refusal.by(PlayMessages.class, words -> Problem.of(Status.CONFLICT, "wrong-state",
                words.wrongState(battle.state().name()), "state", battle.state()));
    }
}
