package org.dohyo.voter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the terms page. */
@MessageBundle("voter")
public interface VoterMessages {

    @Message("Terms")
    String terms();

    @Message("Version {version} of {date}")
    String version(int version, String date);
}
