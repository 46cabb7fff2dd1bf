package org.dohyo.leaderboard.chart;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of charts. */
@MessageBundle("chart")
public interface ChartMessages {

    @Message("Charts")
    String title();

    @Message("They follow what you chose for the table: category, method, filters and order.")
    String lead();

    @Message("Back to the table")
    String back();

    @Message("As a table")
    String asTable();

    @Message("SVG")
    String svg();

    @Message("CSV")
    String csv();

    @Message("Nothing to draw yet.")
    String nothing();

    @Message("The first {n} models of the table.")
    String firstModels(int n);

    @Message("Ratings with their 95% intervals")
    String ratings();

    @Message("How often the row wins against the column, in percent")
    String wins();

    @Message("A tie is half a win. Blue: the row wins more often; vermilion: the column does; the darker, the more.")
    String winsNote();

    @Message("How often each two models met")
    String battles();

    @Message("The darker, the more votes.")
    String battlesNote();

    @Message("Ratings over time")
    String history();

    @Message("Counted votes per day")
    String days();

    @Message("From the boards kept for each day; withdrawn and excluded votes are taken off the day on which they were.")
    String daysNote();

    @Message("Rank in each category")
    String categories();

    @Message("The first three places are shaded; * is preliminary.")
    String categoriesNote();

    @Message("Model")
    String model();

    @Message("Opponent")
    String opponent();

    @Message("Rank")
    String rank();

    @Message("Rating")
    String rating();

    @Message("Lower end")
    String low();

    @Message("Upper end")
    String high();

    @Message("Time")
    String time();

    @Message("Day")
    String day();

    @Message("Votes")
    String votes();

    @Message("Wins, %")
    String percent();

    @Message("{row} against {column}: {percent}% of {votes} votes, 95% interval {between}")
    String winsOf(String row, String column, long percent, long votes, String between);

    @Message("{row} and {column}: {votes} votes")
    String metOf(String row, String column, long votes);

    @Message("{n} votes on {day}")
    String votesOn(long n, String day);

    @Message("{model} in {category}: rank {rank} of {of}")
    String rankOf(String model, String category, int rank, int of);
}
