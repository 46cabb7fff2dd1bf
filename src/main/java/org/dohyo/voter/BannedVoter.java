package org.dohyo.voter;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Whom the desk has banned takes no part any more; what is kept of the voter can still be read and erased. */
public final class BannedVoter extends Refusal {

    @Override
    protected HttpProblem in(String locale) {
        VoterMessages words = MessageBundles.get(VoterMessages.class, Localized.Literal.of(locale));
        return Problem.of(Status.FORBIDDEN, "banned", words.banned());
    }
}
