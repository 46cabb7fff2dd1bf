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

    @Message("The bar is the 95% interval of the rating. No voter weighs more than 30 votes.")
    String btNote();

    @Message("Those of preliminary models can reach beyond the picture.")
    String cutNote();

    @Message("Range is where the rank may lie, for all models at once with 95%.")
    String rangeNote();

    @Message("{#if votes == 1}1 vote{#else}{text} votes{/if}")
    String votesTotal(long votes, String text);

    @Message("{#if models == 1}1 model{#else}{models} models{/if}")
    String models(int models);

    /** The browser code puts the age, such as "3 seconds ago", in the place of {@code $1}. */
    @Message("updated $1")
    String updated();

    @Message("updated {time}")
    String updatedAt(String time);

    @Message("Rows in the bracket can't be told apart from the first.")
    String tied();

    @Message("(can't be told apart from the first)")
    String tiedRow();

    @Message("No vote connects the models below with those above: they aren't ranked against each other.")
    String apart();

    @Message("#")
    String rank();

    @Message("Range")
    String range();

    @Message("Model")
    String model();

    @Message("Rating")
    String rating();

    @Message("Rating with its interval, drawn")
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
