package org.dohyo.integrity;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.vote.ReasonCode;
import org.dohyo.vote.VoteAdmin;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Lets votes count, or not, as the standing of what they have in common says. It acts only by excluding and restoring
 * votes, each a later entry of the log, one vote in a transaction, so that whatever is interrupted goes on later.
 */
@ApplicationScoped
class Holds {

    private static final int MOST = 100;
    private static final String WHO = "integrity";
    private static final String REASON = "integrity: ";
    private static final String QUARANTINED = REASON + "quarantined until reviewed";
    private static final String EXCLUDED = REASON + "excluded, not a judgement of answers";
    private static final String CHANGED = REASON + "judged anew";
    private static final String CLEARED = REASON + "cleared";

    private final Suspect.Repository suspects;
    private final JudgedVote.Repository judged;
    private final VoteAdmin votes;

    Holds(Suspect.Repository suspects, JudgedVote.Repository judged, VoteAdmin votes) {
        this.suspects = suspects;
        this.judged = judged;
        this.votes = votes;
    }

    private record Unsettled(UUID id, long votes, Standing standing, List<UUID> cast) {
    }

    /** Settles all votes that don't count as they should. */
    void settle() {
        List<Unsettled> all = QuarkusTransaction.requiringNew().call(() -> suspects.unsettled(MOST).stream()
                .map(suspect -> new Unsettled(suspect.id, suspect.votes, suspect.standing, judged.unsettled(suspect)))
                .toList());
        for (Unsettled suspect : all) {
            suspect.cast.forEach(vote -> QuarkusTransaction.requiringNew().run(() -> settle(vote)));
            QuarkusTransaction.requiringNew().run(() -> suspects.update(
                    "unsettled = false where id = ?1 and votes = ?2 and standing = ?3", suspect.id, suspect.votes,
                    suspect.standing));
        }
    }

    private void settle(UUID id) {
        JudgedVote vote = judged.locked(id);
        Standing due = due(vote);
        if (vote.held == due) {
            return;
        }
        if (vote.held != null) {
            release(id, due);
        }
        // A vote that is withdrawn, or excluded by a person, stays as it is.
        vote.held = due != null && hold(id, due) ? due : null;
    }

    private boolean hold(UUID id, Standing due) {
        return due == Standing.EXCLUDED ? votes.excludeIfCounted(id, ReasonCode.DETECTED, EXCLUDED, WHO)
                : votes.excludeIfCounted(id, ReasonCode.QUARANTINED, QUARANTINED, WHO);
    }

    private void release(UUID id, Standing due) {
        if (due == null) {
            votes.restoreIfExcludedFor(REASON, id, ReasonCode.CLEARED, CLEARED, WHO);
        } else {
            votes.restoreIfExcludedFor(REASON, id, ReasonCode.JUDGED_ANEW, CHANGED, WHO);
        }
    }

    private Standing due(JudgedVote vote) {
        List<Standing> holding = suspects.holding(vote.voterTag, vote.network, vote.prompt);
        return holding.contains(Standing.EXCLUDED) ? Standing.EXCLUDED
                : holding.isEmpty() ? null : Standing.QUARANTINED;
    }
}
