package org.dohyo.model;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a model can't be added to the others. */
@MessageBundle("modellimit")
public interface ModelLimitMessages {

    @Message("No model can be added: an arena has {most} at most, and retired ones count.")
    String full(int most);
}
