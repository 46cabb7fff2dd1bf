package org.dohyo.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around every page. */
@MessageBundle("web")
public interface WebMessages {

    @Message("Skip to the content")
    String skip();

    @Message("Main")
    String navigation();

    @Message("Battle")
    String battle();

    @Message("Leaderboard")
    String leaderboard();

    @Message("Language")
    String language();

    @Message("Switch between light and dark")
    String theme();
}
