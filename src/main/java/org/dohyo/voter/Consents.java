package org.dohyo.voter;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.voter.Voter.Agreement;

/** Who has agreed to which version of the terms, and how. */
@ApplicationScoped
public class Consents {

    private final Terms.Repository terms;
    private final Voter.Repository voters;
    private final Clock clock;

    Consents(Terms.Repository terms, Voter.Repository voters, Clock clock) {
        this.terms = terms;
        this.voters = voters;
        this.clock = clock;
    }

    /** The version of the current terms. */
    @Transactional
    public int version() {
        return terms.currentVersion();
    }

    /** Whether that voter has agreed to the current terms. */
    @Transactional
    public boolean given(Optional<Voter> voter) {
        return voter.map(known -> known.termsVersion).filter(agreed -> agreed == terms.currentVersion()).isPresent();
    }

    /** Whoever sends a prompt agrees by it, unless the page has asked before: so it is for programs. */
    @Transactional
    public void byFirstPrompt(long voterId) {
        int current = terms.currentVersion();
        voters.findByIdOptional(voterId).filter(voter -> voter.termsVersion == null || voter.termsVersion != current)
                .ifPresent(voter -> agree(voter, current, Agreement.API));
    }

    /** @throws RuntimeException 409 if that isn't the current version: the voter has read another text */
    @Transactional
    public void onPage(long voterId, int version) {
        int current = terms.currentVersion();
        if (version != current) {
            throw Problem.of(Status.CONFLICT, "other-terms", "The current terms are version " + current + ".", "version",
                    current);
        }
        voters.findByIdOptional(voterId).ifPresent(voter -> agree(voter, current, Agreement.PAGE));
    }

    private void agree(Voter voter, int version, Agreement by) {
        voter.termsVersion = version;
        voter.termsAgreedAt = clock.instant();
        voter.termsAgreedBy = by;
    }
}
