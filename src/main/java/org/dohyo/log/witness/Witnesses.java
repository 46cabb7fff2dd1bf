package org.dohyo.log.witness;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.log.Checkpoints;
import org.dohyo.log.SigningHolds;
import org.dohyo.log.SigningHolds.Hold;
import org.dohyo.log.SigningHolds.Reason;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.Submission;
import org.dohyo.provider.http.AddressGuard;
import org.dohyo.provider.http.SmallCalls;
import org.dohyo.support.BeatGate;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Sends each new checkpoint to the witnesses, at most every three seconds, and keeps their signatures. A witness that
 * has signed a longer log, or one that isn't the beginning of this one, ends the signing until an admin has confirmed
 * the log, or ignores this witness. One that can't be reached, or refuses for another reason, is asked again after a
 * minute.
 */
@ApplicationScoped
class Witnesses {

    private static final Logger LOG = Logger.getLogger(Witnesses.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int SIGNED = 200;
    private static final int CONFLICT = 409;
    private static final int INCONSISTENT = 422;

    private final WitnessConfig config;
    private final AddressGuard guard;
    private final Checkpoints checkpoints;
    private final SigningHolds holds;
    private final SmallCalls calls;
    private final Clock clock;
    /** Witnesses that failed, by name, and when they are asked again. */
    private final Map<String, Instant> paused = new ConcurrentHashMap<>();
    private List<Witness> witnesses = List.of();

    Witnesses(WitnessConfig config, AddressGuard guard, Checkpoints checkpoints, SigningHolds holds,
            SmallCalls calls, Clock clock) {
        this.config = config;
        this.guard = guard;
        this.checkpoints = checkpoints;
        this.holds = holds;
        this.calls = calls;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        witnesses = config.witnesses().orElse(List.of()).stream().map(setting -> Witness.parse(setting, guard))
                .toList();
    }

    @Scheduled(identity = "witnesses", every = "3s", concurrentExecution = SKIP, skipExecutionIf = BeatGate.class)
    void ask() {
        if (witnesses.isEmpty() || holds.held()) {
            return;
        }
        List<String> ignored = holds.ignored();
        Map<String, Long> signed = checkpoints.cosigned().stream()
                .collect(Collectors.toMap(Checkpoints.Cosigned::witness, Checkpoints.Cosigned::size));
        checkpoints.newest()
                .ifPresent(newest -> witnesses.stream()
                        .filter(witness -> due(witness.key().name()) && !ignored.contains(witness.key().name()))
                        .filter(witness -> signed.getOrDefault(witness.key().name(), -1L) < newest.checkpoint().size())
                        .forEach(witness -> ask(witness, signed.getOrDefault(witness.key().name(), 0L), newest)));
    }

    private boolean due(String name) {
        return !clock.instant().isBefore(paused.getOrDefault(name, Instant.MIN));
    }

    private void ask(Witness witness, long older, Checkpoints.Signed newest) {
        SmallCalls.Answer answer;
        try {
            answer = send(witness, older, newest);
            if (answer.status() == CONFLICT) {
                answer = sendFrom(witness, older, seen(answer));
            }
        } catch (CompletionException | LogFormatException e) {
            pause(witness, e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            return;
        }
        if (answer != null && answer.status() != SIGNED) {
            pause(witness, "HTTP " + answer.status());
        }
    }

    /**
     * Sends a checkpoint again to a witness that has signed another size than was thought.
     *
     * @return null if the log can't be one that this witness has seen
     */
    private SmallCalls.Answer sendFrom(Witness witness, long thought, long seen) {
        // Another replica may have sent a newer one meanwhile.
        Checkpoints.Signed newest = checkpoints.newest().orElseThrow();
        if (seen > newest.checkpoint().size() || seen == thought) {
            hold(witness, seen == thought ? Reason.WITNESS_DISAGREES : Reason.WITNESS_AHEAD, seen, newest);
            return null;
        }
        return send(witness, seen, newest);
    }

    private SmallCalls.Answer send(Witness witness, long older, Checkpoints.Signed newest) {
        Submission submission = new Submission(older, checkpoints.proof(older, newest.checkpoint().size()),
                newest.note());
        SmallCalls.Answer answer = calls
                .post(witness.addCheckpoint(), "text/plain;charset=utf-8", submission.body(), PATIENCE)
                .toCompletionStage().toCompletableFuture().join();
        if (answer.status() == SIGNED) {
            keep(witness, newest, answer.text());
        } else if (answer.status() == INCONSISTENT) {
            hold(witness, Reason.WITNESS_DISAGREES, older, newest);
        }
        return answer;
    }

    private void keep(Witness witness, Checkpoints.Signed newest, String lines) {
        for (String line : lines.split("\n")) {
            NoteSignature signature = NoteSignature.parse(line);
            Optional<Instant> at = witness.key().signedAt(newest.note().text(), signature);
            if (at.isPresent()) {
                checkpoints.keep(signature, newest.checkpoint().size(), at.get());
                return;
            }
        }
        throw new LogFormatException("the answer has no signature of its key");
    }

    private static long seen(SmallCalls.Answer conflict) {
        try {
            return Long.parseLong(conflict.text().strip());
        } catch (NumberFormatException e) {
            throw new LogFormatException("the answer to a conflict is no size");
        }
    }

    private void hold(Witness witness, Reason reason, long seen, Checkpoints.Signed newest) {
        Hold hold = new Hold(witness.key().name(), reason, newest.checkpoint().size(), seen, clock.instant());
        if (!holds.place(hold)) {
            paused.put(witness.key().name(), clock.instant().plus(PAUSE));
        }
    }

    private void pause(Witness witness, String reason) {
        LOG.warnf("The witness %s has not signed, and is asked again in a minute: %s", witness.key().name(), reason);
        paused.put(witness.key().name(), clock.instant().plus(PAUSE));
    }
}
