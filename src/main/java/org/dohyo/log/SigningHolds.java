package org.dohyo.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.jboss.logging.Logger;

/**
 * Keeps the log from signing while somebody has seen another one, or more of this one: two signed logs with one name
 * are what a verifier must never see. An admin who knows why confirms the log as it is. Other replicas follow within
 * seconds.
 */
@ApplicationScoped
public class SigningHolds {

    private static final Logger LOG = Logger.getLogger(SigningHolds.class);

    private final SigningHold.Repository holds;
    private final Audit audit;
    private final Clock clock;
    private volatile boolean held;

    SigningHolds(SigningHold.Repository holds, Audit audit, Clock clock) {
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /** What speaks against signing. */
    public enum Reason {
        /** The log lacks entries that this arena has had, or has others in their place. */
        SET_BACK,
        /** A witness has signed a longer log. */
        WITNESS_AHEAD,
        /** A witness has signed a log that isn't the beginning of this one. */
        WITNESS_DISAGREES
    }

    /**
     * @param source the arena's own memory, or a witness
     * @param size the number of entries when it was noticed
     * @param seen the number of entries that the source has seen
     * @param seenAt when it saw them, or when that was noticed
     */
    public record Hold(String source, Reason reason, long size, long seen, Instant seenAt) {

        /** The number of entries that are gone; 0 if as many or more are there. */
        public long lost() {
            return Math.max(0, seen - size);
        }

        public boolean byWitness() {
            return reason != Reason.SET_BACK;
        }
    }

    /**
     * Signs nothing from now on.
     *
     * @return false, and does nothing, if an admin has confirmed what this source had seen, or ignores it
     */
    @Transactional
    public boolean place(Hold hold) {
        SigningHold stored = holds.findById(hold.source(), LockModeType.PESSIMISTIC_WRITE);
        if (stored != null && (stored.ignoredAt != null
                || stored.confirmedAt != null && stored.seen >= hold.seen())) {
            return false;
        }
        if (stored == null) {
            stored = new SigningHold();
            stored.source = hold.source();
            write(stored, hold);
            holds.persist(stored);
        } else {
            write(stored, hold);
        }
        if (!held) {
            LOG.errorf("The log is not signed until an admin has confirmed it at the desk: %s has seen %d entries, %s",
                    hold.source(), hold.seen(), hold.reason());
        }
        held = true;
        return true;
    }

    private static void write(SigningHold stored, Hold hold) {
        stored.reason = hold.reason();
        stored.logSize = hold.size();
        stored.seen = hold.seen();
        stored.seenAt = hold.seenAt();
        stored.confirmedAt = null;
    }

    /** True while nothing may be signed, as this replica knows. */
    public boolean held() {
        return held;
    }

    /** Those that nobody has confirmed. */
    @Transactional
    public List<Hold> open() {
        return holds.open().stream()
                .map(hold -> new Hold(hold.source, hold.reason, hold.logSize, hold.seen, hold.seenAt)).toList();
    }

    /** Takes the log as it is now, on an admin's word: it is signed again. Does nothing if it was signed. */
    @Transactional
    public void confirm(String who) {
        List<Hold> open = open();
        if (!open.isEmpty()) {
            holds.confirmAll(clock.instant());
            audit.record(who, "acknowledge", "log", open, null);
        }
        held = false;
    }

    /**
     * Takes no more notice of a witness, or notice again: one that is wrong about the log could else end the signing
     * again and again. Other reasons not to sign stay.
     *
     * @return false if no such witness has ever ended the signing
     */
    @Transactional
    public boolean ignore(String who, String witness, boolean ignored) {
        SigningHold stored = holds.findById(witness, LockModeType.PESSIMISTIC_WRITE);
        if (stored == null || stored.reason == Reason.SET_BACK) {
            return false;
        }
        if (ignored != (stored.ignoredAt != null)) {
            stored.ignoredAt = ignored ? clock.instant() : null;
            stored.confirmedAt = clock.instant();
            audit.record(who, ignored ? "ignore" : "heed", "witness " + witness, null, null);
        }
        refresh();
        return true;
    }

    /** The witnesses that an admin ignores. */
    @Transactional
    public List<String> ignored() {
        return holds.ignored().stream().map(hold -> hold.source).toList();
    }

    /** Reads what other replicas have placed and admins have confirmed. */
    @Transactional
    void refresh() {
        held = !holds.open().isEmpty();
    }
}
