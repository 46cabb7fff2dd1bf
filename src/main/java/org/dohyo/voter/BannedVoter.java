package org.dohyo.voter;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Refuses a banned voter, who can no longer start battles or vote, but can still read and erase their own data. */
public final class BannedVoter extends Refusal {

    @Override
    protected HttpProblem in(String locale) {
        VoterMessages words = MessageBundles.get(VoterMessages.class, Localized.Literal.of(locale));
        return Problem.of(Status.FORBIDDEN, "banned", words.banned());
    }
}
