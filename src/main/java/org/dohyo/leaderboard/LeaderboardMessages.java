package org.dohyo.leaderboard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the leaderboard page. */
@MessageBundle("leaderboard")
public interface LeaderboardMessages {

    @Message("Leaderboard")
    String title();

    @Message("Ranks from votes between hidden models, with the uncertainty of each.")
    String lead();

    @Message("Method")
    String method();

    @Message("Bradley–Terry")
    String bt();

    @Message("Elo")
    String elo();

    @Message("Online Elo depends on the order of votes and has no interval.")
    String eloNote();

    @Message("The bar is the 95% interval of the rating; range is where the rank may lie.")
    String btNote();

    @Message("%s votes")
    String votesTotal();

    @Message("%s models")
    String models();

    @Message("updated %s")
    String updated();

    @Message("#")
    String rank();

    @Message("Range")
    String range();

    @Message("Model")
    String model();

    @Message("Rating")
    String rating();

    @Message("Interval")
    String interval();

    @Message("Votes")
    String votes();

    @Message("Both bad")
    String bothBad();

    @Message("demo")
    String demo();

    @Message("preliminary")
    String preliminary();

    @Message("retired")
    String retired();

    @Message("No votes yet")
    String empty();

    @Message("The table begins with the first vote.")
    String emptyHelp();

    @Message("Start a battle")
    String start();

    @Message("JSON")
    String json();

    @Message("CSV")
    String csv();

    @Message("live")
    String live();

    @Message("not live")
    String offline();
}
