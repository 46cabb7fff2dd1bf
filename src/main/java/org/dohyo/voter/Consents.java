package org.dohyo.voter;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.voter.Voter.Agreement;
import org.dohyo.web.Refusal;

/** The voters' agreements to the terms. */
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

    /** True if that voter has agreed to the current terms. */
    @Transactional
    public boolean hasAgreed(Optional<Voter> voter) {
        return voter.filter(known -> known.hasAgreedTo(terms.currentVersion())).isPresent();
    }

    /**
     * Counts a prompt as agreement if the voter has not agreed on a page before: programs don't see one. Returns the
     * version that the voter has agreed to.
     */
    @Transactional
    public int byFirstPrompt(long voterId) {
        int current = terms.currentVersion();
        voters.findByIdOptional(voterId).filter(voter -> !voter.hasAgreedTo(current))
                .ifPresent(voter -> voter.agreeTo(current, Agreement.API, clock.instant()));
        return current;
    }

    /**
     * Records the agreement to a version read on a page, with the voter if this is the first call.
     *
     * @throws Refusal 409 if that is not the current version
     */
    @Transactional
    public void onPage(Voter voter, int version) {
        int current = terms.currentVersion();
        if (version != current) {
            throw Refusal.by(VoterMessages.class, words -> Problem.of(Status.CONFLICT, "other-terms",
                    words.currentTerms(current), "version", current));
        }
        if (voter.id == null) {
            voter.agreeTo(current, Agreement.PAGE, clock.instant());
            voters.persist(voter);
        } else {
            voters.findByIdOptional(voter.id)
                    .ifPresent(known -> known.agreeTo(current, Agreement.PAGE, clock.instant()));
        }
    }

    /** True once an admin has published terms; the first version comes with the application. */
    @Transactional
    public boolean ownTermsPublished() {
        return terms.currentVersion() > 1;
    }
}
