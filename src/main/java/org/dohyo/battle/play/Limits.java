package org.dohyo.battle.play;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.Answer;
import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleConfig;
import org.dohyo.battle.stream.Streams;
import org.dohyo.flood.Caller;
import org.dohyo.flood.Floods;
import org.dohyo.replica.SharedLimits;
import org.dohyo.support.Problem;
import org.dohyo.voter.Voter;
import org.dohyo.voter.VoterMessages;
import org.dohyo.web.Refusal;

/** The limits on battles. A request beyond a limit is refused with the time after which it may be repeated. */
@ApplicationScoped
class Limits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration RETRY_WAIT = Duration.ofMinutes(10);

    private final Battle.Repository battles;
    private final Answer.Repository answers;
    private final Voter.Repository voters;
    private final Streams streams;
    private final BattleConfig config;
    private final Clock clock;
    private final SharedLimits shared;
    private final Floods floods;
    private final SharedLimits.Limit perNetwork;

    Limits(Battle.Repository battles, Answer.Repository answers, Voter.Repository voters, Streams streams,
            SharedLimits shared, Floods floods, BattleConfig config, Clock clock) {
        this.battles = battles;
        this.answers = answers;
        this.voters = voters;
        this.streams = streams;
        this.config = config;
        this.clock = clock;
        this.shared = shared;
        this.floods = floods;
        perNetwork = new SharedLimits.Limit("battles-of-network", config.perNetworkAndHour(), HOUR);
    }

    int turns() {
        return config.turns();
    }

    void checkPrompt(String prompt) {
        if (prompt == null || prompt.isBlank()) {
            throw Refusal.field(PlayMessages.class, "prompt", PlayMessages::blank);
        }
        if (prompt.length() > config.promptCharacters()) {
            throw Refusal.field("prompt", words -> words.longest(config.promptCharacters()));
        }
    }

    void checkCapacity() {
        if (streams.running() + 2 > config.streams()) {
            throw later(Status.SERVICE_UNAVAILABLE, "too-many-streams", PlayMessages::busy, Duration.ofSeconds(10));
        }
    }

    /** Counts nothing: a battle that is refused for another reason takes nothing of its network's share. */
    void checkNetwork(String network) {
        shared.wait(perNetwork, network).ifPresent(Limits::refuseNetwork);
    }

    /** The last step of a start, once nothing else can refuse it. */
    void takeOfNetwork(String network) {
        shared.take(perNetwork, network).ifPresent(Limits::refuseNetwork);
    }

    private static void refuseNetwork(Duration wait) {
        throw later(Status.TOO_MANY_REQUESTS, "too-many-battles", PlayMessages::networkBattles, wait);
    }

    /** Refuses a prompt without the proof of work that it needs now; counts nothing. */
    void checkFlood(String subject, Caller caller) {
        floods.checkPrompt(subject, caller);
    }

    /** Counts a prompt, in the transaction that stores it. */
    void takeOfFlood(String subject, Caller caller) {
        floods.takePrompt(subject, caller);
    }

    /** Each retry sends the whole conversation to a model again, and shows another answer of a hidden one. */
    void checkRetries(long voterId, UUID battle) {
        if (answers.retriesOf(battle) >= config.retriesPerBattle()) {
            throw Refusal.of(PlayMessages.class, Status.CONFLICT, "too-many-retries",
                    words -> words.battleRetries(config.retriesPerBattle()));
        }
        if (answers.retriesSince(voterId, clock.instant().minus(HOUR)) >= config.retriesPerVoterAndHour()) {
            throw later(Status.TOO_MANY_REQUESTS, "too-many-retries",
                    words -> words.voterRetries(config.retriesPerVoterAndHour()), RETRY_WAIT);
        }
    }

    /** Must run in the transaction that holds the battle's row, so that no concurrent ban is missed. */
    void checkAdmitted(long voterId) {
        voters.findByIdOptional(voterId).ifPresent(Voter::requireAdmitted);
    }

    /**
     * Locks the voter's row, so that concurrent starts are counted correctly and an erased voter can't start a battle.
     */
    void checkVoter(long voterId) {
        voters.lock(voterId).orElseThrow(() -> Refusal.of(VoterMessages.class, Status.CONFLICT, "voter-erased",
                VoterMessages::erased)).requireAdmitted();
        if (battles.streamingOf(voterId) >= config.streamingPerVoter()) {
            throw later(Status.TOO_MANY_REQUESTS, "too-many-streaming",
                    words -> words.streaming(config.streamingPerVoter()), Duration.ofSeconds(10));
        }
        List<Instant> starts = battles.startsSince(voterId, clock.instant().minus(HOUR));
        if (starts.size() >= config.perVoterAndHour()) {
            Duration wait = Duration.between(clock.instant(),
                    starts.get(starts.size() - config.perVoterAndHour()).plus(HOUR));
            throw later(Status.TOO_MANY_REQUESTS, "too-many-battles",
                    words -> words.voterBattles(config.perVoterAndHour()), wait);
        }
    }

    private static Refusal later(Status status, String code, Function<PlayMessages, String> detail, Duration wait) {
        return Refusal.by(PlayMessages.class, words -> Problem.later(status, code, detail.apply(words), wait));
    }
}
