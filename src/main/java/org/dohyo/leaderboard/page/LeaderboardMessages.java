package org.dohyo.leaderboard.page;

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

    @Message("Categories")
    String categories();

    @Message("Charts")
    String charts();

    @Message("Embed")
    String embed();

    @Message("How it is made")
    String toMethod();

    @Message("Style control")
    String styleControl();

    @Message("off")
    String off();

    @Message("on")
    String on();

    @Message("Style control holds length and formatting of the answers constant. The arrow tells by how many ranks a model moves.")
    String styleNote();

    @Message("There is no board with style control in this category yet")
    String styleEmpty();

    @Message("It comes with votes whose answers' style is known, at a slower beat.")
    String styleEmptyHelp();

    @Message("{n} up by style control")
    String lifted(int n);

    @Message("{n} down by style control")
    String lowered(int n);

    @Message("same rank by style control")
    String unmoved();

    @Message("Filters")
    String filters();

    @Message("Name")
    String name();

    @Message("Organisation")
    String organization();

    @Message("Licence")
    String license();

    @Message("any")
    String any();

    @Message("Open weights only")
    String openOnly();

    @Message("Open weights")
    String openWeights();

    @Message("Fewest votes")
    String minVotes();

    @Message("Retired models too")
    String retiredToo();

    @Message("Weights")
    String weights();

    @Message("at most 30 votes a voter")
    String byVoters();

    @Message("every vote one")
    String byVotes();

    @Message("Sort by")
    String sort();

    @Message("Rank")
    String sortRank();

    @Message("reversed")
    String reverse();

    @Message("More columns")
    String columns();

    @Message("Show")
    String apply();

    @Message("Clear the filters")
    String clear();

    @Message("No model fits these filters")
    String noneFit();

    @Message("{#if n == 1}1 retired model is hidden.{#else}{n} retired models are hidden.{/if}")
    String hiddenRetired(long n);

    @Message("Show")
    String show();

    @Message("Hide retired models")
    String hideRetired();

    @Message("Preliminary: fewer than {n} votes. Ranks count all models.")
    String preliminaryHead(int n);

    @Message("votes so far give no bound")
    String regularised();

    @Message("Marked so: the model has only won or only lost against some others. A tenth of a tie on each pair makes its rating finite; how far it stands from the others is a convention.")
    String regularisedNote();

    @Message("Wins")
    String win();

    @Message("Small figures are 95% intervals, in percent, votes taken as independent; a tie is half a win.")
    String percentNote();

    @Message("Planned share")
    String share();

    @Message("Planned share is the model's part of the sides of battles to come, as matchmaking has it now; it is exact.")
    String shareNote();

    @Message("Intervals and ranges of {time}.")
    String beatAt(String time);

    @Message("{#if n == 1}One entry of the log came since.{#else}{n} entries of the log came since.{/if}")
    String beatBehind(long n);

    @Message("Intervals and ranges are being computed.")
    String beatNone();

    /** The browser code puts the number in the place of {@code $1}. */
    @Message("$1 more votes since you opened the page")
    String sinceMany();

    @Message("1 more vote since you opened the page")
    String sinceOne();

    @Message("Compare with")
    String compare();

    @Message("Online Elo depends on the order of votes and has no interval.")
    String eloNote();

    @Message("The bar is the 95% interval of the rating. No voter weighs more than 30 votes.")
    String btNote();

    @Message("The bar is the 95% interval of the rating, votes taken as independent.")
    String votesNote();

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
