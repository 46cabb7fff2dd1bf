package org.dohyo.leaderboard.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the leaderboard page. */
@MessageBundle("leaderboard")
public interface LeaderboardMessages {

    @Message("These answers were compared by programs, not by people. No vote of a person is on this board, and none of these is on a board of people’s votes.")
    String judgeNote();

    @Message("Nobody compared these answers side by side: the results are inferred from thumbs up or down for single answers. They count on no other board.")
    String inferredNote();

    @Message("{votes} imported votes came without their voters. Each counts as if someone else had cast it, so the intervals may be too narrow.")
    String unknownVoters(String votes);

    @Message("Leaderboard")
    String title();

    @Message("Ranks from blind votes, each with its uncertainty.")
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

    @Message("How it works")
    String toMethod();

    @Message("Style control")
    String styleControl();

    @Message("off")
    String off();

    @Message("on")
    String on();

    @Message("Style control removes the effect of answer length and formatting. The arrow shows how many ranks a model moves.")
    String styleNote();

    @Message("No style-controlled board in this category yet")
    String styleEmpty();

    @Message("It appears after votes on answers whose style is known, with a short delay.")
    String styleEmptyHelp();

    @Message("up {n} with style control")
    String lifted(int n);

    @Message("down {n} with style control")
    String lowered(int n);

    @Message("same rank with style control")
    String unmoved();

    @Message("Settings")
    String settings();

    @Message("{name} leads: no other model can be as good, at 95% confidence.")
    String leadSure(String name);

    /**
     * With {@code marked}, it also explains the marks at the rows; with {@code surpassed}, a model with too few votes
     * has a higher rating.
     */
    @Message("{name} has the highest rating{#if surpassed} of the models with enough votes{/if}; {others} {#if others == 1}other{#else}others{/if}{#if marked}, marked at the left,{/if} can't be told apart from it.")
    String leadShared(String name, int others, boolean marked, boolean surpassed);

    @Message("{name} has the highest Elo rating. Elo ratings come without uncertainty.")
    String leadElo(String name);

    @Message("No model has enough votes yet to lead.")
    String leadNone();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

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

    @Message("Minimum votes")
    String minVotes();

    @Message("Include retired models")
    String retiredToo();

    @Message("Vote weights")
    String weights();

    @Message("at most 30 votes per voter")
    String byVoters();

    @Message("every vote counts equally")
    String byVotes();

    @Message("at most 30 votes per prompt")
    String byPrompts();

    @Message("suggested prompts, first use only")
    String firstUse();

    @Message("Sort by")
    String sort();

    @Message("Rank")
    String sortRank();

    @Message("reverse order")
    String reverse();

    @Message("Show")
    String apply();

    @Message("Clear filters")
    String clear();

    @Message("No models match these filters")
    String noneFit();

    @Message("{#if n == 1}1 retired model is hidden.{#else}{n} retired models are hidden.{/if}")
    String hiddenRetired(long n);

    @Message("Show")
    String show();

    @Message("Hide retired models")
    String hideRetired();

    @Message("Preliminary: fewer than {n} votes. Ranks are among all models.")
    String preliminaryHead(int n);

    @Message("rating not yet bounded by votes")
    String regularised();

    @Message("Marked models have only won or only lost against some others. A tenth of a tie added to each pair keeps their rating finite, so their distance from the others is a convention.")
    String regularisedNote();

    @Message("Win rate")
    String win();

    @Message("Small figures are 95% intervals in percent, treating votes as independent; a tie counts as half a win.")
    String percentNote();

    @Message("Planned share")
    String share();

    @Message("Planned share is how often matchmaking currently plans to use the model, as a share of all sides in upcoming battles; it is exact.")
    String shareNote();

    @Message("Intervals and rank ranges as of {time}.")
    String beatAt(String time);

    @Message("{#if n == 1}One log entry has been added since.{#else}{n} log entries have been added since.{/if}")
    String beatBehind(long n);

    @Message("Intervals and rank ranges are being computed.")
    String beatNone();

    /** The browser code puts the number in the place of {@code $1}. */
    @Message("$1 more votes since you opened the page")
    String sinceMany();

    @Message("1 more vote since you opened the page")
    String sinceOne();

    @Message("Online Elo depends on the order of votes and has no interval.")
    String eloNote();

    @Message("The bar is the 95% interval of the rating. Each voter counts for at most 30 votes.")
    String btNote();

    @Message("The bar is the 95% interval of the rating, treating votes as independent.")
    String votesNote();

    @Message("The bar is the 95% interval of the rating. Votes on a prompt that many send count for at most 30 votes together.")
    String promptsNote();

    @Message("The bar is the 95% interval of the rating, treating votes as independent. Only the first vote of each voter on each of the suggested prompts counts: everybody was asked the same.")
    String firstUseNote();

    @Message("Intervals of preliminary models may extend beyond the chart.")
    String cutNote();

    @Message("Range shows the possible ranks, for all models at once at 95% confidence.")
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

    @Message("Models marked at the left can't be told apart from {leader}, which has the highest rating.")
    String tied(String leader);

    @Message("(can't be told apart from the highest rated)")
    String tiedRow();

    @Message("The models below have no rank: no chain of votes connects them with the models above, so they can't be compared.")
    String apart();

    @Message("#")
    String rank();

    @Message("Range")
    String range();

    @Message("Model")
    String model();

    @Message("Rating")
    String rating();

    @Message("Rating and interval, drawn")
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

    @Message("More columns")
    String columns();

    @Message("No votes yet")
    String empty();

    @Message("The table starts with the first vote.")
    String emptyHelp();

    @Message("Start a battle")
    String start();

    @Message("JSON")
    String json();

    @Message("CSV")
    String csv();

    @Message("live")
    String live();

    @Message("live updates paused")
    String offline();

    @Message("must be false where method is elo")
    String styledElo();

    @Message("must be one of {columns}, or a column that is shown")
    String noSort(String columns);

    @Message("must be one of: {columns}")
    String noColumns(String columns);

    @Message("must be a whole number below 1,000,000,000")
    String manyVotes();

    @Message("There are {charts}, each as .svg and as .csv.")
    String noSuchChart(String charts);

    @Message("A model isn’t compared with itself.")
    String sameModel();

    @Message("No model has this name.")
    String noSuchModel();
}
