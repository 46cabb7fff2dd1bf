package org.dohyo;

import org.dohyo.leaderboard.page.LeaderboardMessages;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/**
 * A few texts in a language that the arena doesn't bring. As an interface, since a folder of messages among the tests'
 * resources would hide that of the application.
 */
@Localized("de")
public interface GermanLeaderboardMessages extends LeaderboardMessages {

    @Override
    @Message("Rangliste der Modelle")
    String title();
}
