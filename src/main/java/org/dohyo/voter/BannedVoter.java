package org.dohyo.voter;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Refuses a banned voter, who can no longer start battles or vote, but can still read and erase their own data. */
public final class BannedVoter extends Refusal {

    @Override
    protected HttpProblem in(String locale) {
        VoterMessages words = Texts.of(VoterMessages.class, locale);
        return Problem.of(Status.FORBIDDEN, "banned", words.banned());
    }
}
