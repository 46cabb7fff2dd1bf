package org.dohyo.leaderboard.chart;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of charts. */
@MessageBundle("chart")
public interface ChartMessages {

    @Message("Charts")
    String title();

    @Message("The charts use the category, method, filters and order chosen for the table.")
    String lead();

    @Message("Back to the table")
    String back();

    @Message("As a table")
    String asTable();

    @Message("SVG")
    String svg();

    @Message("CSV")
    String csv();

    @Message("No data to show yet.")
    String nothing();

    @Message("Showing the first {n} models of the table.")
    String firstModels(int n);

    /** For a narrow screen. */
    @Message("This narrow picture has the first {n} models; more are in the table.")
    String narrowModels(int n);

    /** For a narrow screen. */
    @Message("This narrow picture has the first {n} categories; all are in the table.")
    String narrowCategories(int n);

    @Message("Contents")
    String contents();

    @Message("Ratings with their 95% intervals")
    String ratings();

    @Message("How often the row model beats the column model, in percent")
    String wins();

    @Message("A tie counts as half a win. Blue: the row model wins more often; vermilion: the column model does. A darker colour means a larger difference.")
    String winsNote();

    @Message("Votes for each pair")
    String battles();

    @Message("The darker the cell, the more votes.")
    String battlesNote();

    @Message("Ratings over time")
    String history();

    @Message("Counted votes per day")
    String days();

    @Message("By the day on which each vote was cast, in UTC; imported votes have the time given in their file. Withdrawn and excluded votes aren't counted.")
    String daysNote();

    @Message("{#if n == 1}1 vote isn't{#else}{n} votes aren't{/if} drawn, with dates in the future or more than 91 years ago.")
    String daysLeft(long n);

    @Message("Each bar is a week that begins on that Monday; the table has the days.")
    String weekNote();

    @Message("Each bar is a month; the table has the days.")
    String monthNote();

    @Message("Each bar is a year; the table has the days.")
    String yearNote();

    @Message("Rank in each category")
    String categories();

    @Message("The top three ranks are shaded; * means preliminary.")
    String categoriesNote();

    @Message("Model")
    String model();

    @Message("Opponent")
    String opponent();

    @Message("Rank")
    String rank();

    @Message("Rating")
    String rating();

    @Message("Lower bound")
    String low();

    @Message("Upper bound")
    String high();

    @Message("Time")
    String time();

    @Message("Day")
    String day();

    @Message("Votes")
    String votes();

    @Message("Win rate, %")
    String percent();

    @Message("{row} against {column}: {percent}% of {votes} votes, 95% interval {between}")
    String winsOf(String row, String column, long percent, long votes, String between);

    @Message("{row} and {column}: {votes} votes")
    String metOf(String row, String column, long votes);

    /** @param period a day, a Monday that begins a week, a month or a year */
    @Message("{period}: {#if n == 1}1 vote{#else}{n} votes{/if}")
    String votesOn(long n, String period);

    @Message("{model} in {category}: rank {rank} of {of}")
    String rankOf(String model, String category, int rank, int of);
}
