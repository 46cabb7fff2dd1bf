package org.dohyo.log;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why calls about the log are refused. */
@MessageBundle("logproblem")
public interface LogProblemMessages {

    @Message("No witness of this name has ended the signing.")
    String unknownWitness();

    @Message("The vote isn’t in a signed checkpoint yet.")
    String notLoggedYet();
}
