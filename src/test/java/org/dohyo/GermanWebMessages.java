package org.dohyo;

import org.dohyo.web.WebMessages;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/**
 * A few texts in a language that the arena doesn't bring. As an interface, since a folder of messages among the tests'
 * resources would hide that of the application.
 */
@Localized("de")
public interface GermanWebMessages extends WebMessages {

    @Override
    @Message("Zum Inhalt springen")
    String skip();

    @Override
    @Message("Hauptmenü")
    String navigation();

    @Override
    @Message("Duell")
    String battle();

    @Override
    @Message("Rangliste")
    String leaderboard();

    @Override
    @Message("Meine Duelle")
    String mine();

    @Override
    @Message("Nutzungsbedingungen")
    String terms();

    @Override
    @Message("Sprache")
    String language();
}
