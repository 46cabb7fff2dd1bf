package org.dohyo.integrity;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.integrity.tilt.Explanation;
import org.dohyo.web.Refusal;

/** Records judgements about votes, by the detectors and by people. Those of people stand. */
@ApplicationScoped
class Judgements {

    /** The detector and its version; a change of its arithmetic or its bars is a new version. */
    private static final String METHOD = "tilt-1";
    private static final String PERSON = "person";

    private final Suspect.Repository suspects;
    private final Validation.Repository validations;
    private final Audit audit;
    private final Clock clock;

    Judgements(Suspect.Repository suspects, Validation.Repository validations, Audit audit, Clock clock) {
        this.suspects = suspects;
        this.validations = validations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes the suspect to the standing that the evidence leads to, in the caller's transaction. */
    void follow(Suspect suspect, Standing to, Map<Long, Integer> places) {
        if (suspect.standing == to || suspect.standing == Standing.CLEARED) {
            return;
        }
        Validation validation = of(suspect, METHOD, to);
        validation.confidence = Math.max(0, 1 - Math.exp(-suspect.peak));
        validation.explanation = explanation(suspect.evidence().leading(), places);
        validations.persist(validation);
        move(suspect, to);
    }

    /** The kind of the explanation, and the id of the model that it is about, such as {@code promoting 7}. */
    private static String explanation(Explanation leading, Map<Long, Integer> places) {
        Map<Integer, Long> models = new HashMap<>();
        places.forEach((model, place) -> models.put(place, model));
        return switch (leading.kind()) {
            case COIN -> "coin";
            case LEANING -> (leading.against() ? "against " : "leaning ") + models.get(leading.model());
            case PROMOTING -> "promoting " + models.get(leading.model());
        };
    }

    /**
     * A person's judgement, which the detectors never change.
     *
     * @param to cleared or excluded
     */
    @Transactional
    void decide(UUID id, Standing to, String reason, String who) {
        Suspect suspect = suspects.findByIdOptional(id).orElseThrow(Judgements::unknown);
        if (suspect.standing == to) {
            throw Refusal.of(IntegrityMessages.class, Status.CONFLICT, "already-decided",
                    words -> words.decided(to.name()));
        }
        Validation validation = of(suspect, PERSON, to);
        validation.decidedBy = who;
        validation.reason = reason;
        validations.persist(validation);
        audit.record(who, to == Standing.CLEARED ? "clear" : "exclude", "suspect:" + id, suspect.standing, reason);
        move(suspect, to);
    }

    private Validation of(Suspect suspect, String method, Standing to) {
        Validation validation = new Validation();
        validation.suspectId = suspect.id;
        validation.method = method;
        validation.outcome = to;
        validation.at = clock.instant();
        return validation;
    }

    private static void move(Suspect suspect, Standing to) {
        suspect.unsettled |= suspect.standing.holds() || to.holds();
        suspect.standing = to;
    }

    static RuntimeException unknown() {
        return Refusal.of(IntegrityMessages.class, Status.NOT_FOUND, "no-such-suspect", IntegrityMessages::unknown);
    }
}
