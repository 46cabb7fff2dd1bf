package org.dohyo.leaderboard.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the public pages of a model and of two ({@code model:}); those of the desk's pages are {@code models:}. */
@MessageBundle("model")
public interface ModelMessages {

    @Message("Known only from imported votes")
    String historyOnly();

    @Message("Scripted text generator for trying out the arena")
    String demo();

    @Message("Closed weights")
    String closed();

    @Message("In each category")
    String standings();

    @Message("Category")
    String category();

    @Message("{rank} of {of}")
    String rankOf(int rank, int of);

    @Message("No rank in {category}: no chain of votes connects this model with the ranked ones, so it can't be compared with them.")
    String noRank(String category);

    @Message("No vote has been counted for this model yet.")
    String noVotes();

    @Message("Best results")
    String best();

    @Message("Worst results")
    String worst();

    @Message("Sorted by the cautious end of the interval, so that few votes alone don't come first. A tie counts as half a win; intervals are 95%, treating votes as independent.")
    String opponentsNote();

    @Message("All {n} opponents")
    String allOpponents(int n);

    @Message("Opponent")
    String opponent();

    @Message("Wins, with the interval drawn from 0 to 100%")
    String drawn();

    @Message("Compare with another model")
    String compareWith();

    @Message("Compare")
    String compare();

    @Message("Answer style")
    String style();

    @Message("Means over the latest {n} votes with known style, with 95% intervals.")
    String styleNote(String n);

    @Message("Tokens")
    String tokens();

    @Message("Headers")
    String headers();

    @Message("List items")
    String lists();

    @Message("Bold spans")
    String bold();

    @Message("Seconds to first text")
    String firstText();

    @Message("Seconds in total")
    String wholeAnswer();

    @Message("Failed or stopped on the first try")
    String again();

    @Message("Cut off at the length limit")
    String cut();

    @Message("Price and speed")
    String service();

    @Message("Price per million tokens")
    String price();

    @Message("{input} in, {output} out ({currency})")
    String amounts(String input, String output, String currency);

    @Message("since {day}")
    String since(String day);

    @Message("source")
    String source();

    @Message("Context window")
    String context();

    @Message("{n} tokens")
    String contextTokens(String n);

    @Message("unknown")
    String unknown();

    @Message("First text")
    String firstTextAfter();

    @Message("{median} s (95% interval {low}–{high})")
    String seconds(String median, String low, String high);

    @Message("nine of ten within {most} s")
    String nineWithin(String most);

    @Message("Tokens per second")
    String tokensPerSecond();

    @Message("{median} (95% interval {low}–{high})")
    String rate(String median, String low, String high);

    @Message("nine of ten at least {least}")
    String nineAtLeast(String least);

    @Message("over {n} answers")
    String overAnswers(String n);

    @Message("fewer than {least} measured answers")
    String fewAnswers(int least);

    @Message("Medians over the answers of this revision in voted battles of the last {days} days. Reasoning before the first text is waiting; tokens are as the endpoint counts them, reasoning included, by the seconds of the whole answer.")
    String speedNote(int days);

    @Message("Earlier prices")
    String earlierPrices();

    @Message("Valid from")
    String validFrom();

    @Message("Sampling")
    String sampling();

    @Message("Planned share of upcoming battles: {share}.")
    String planned(String share);

    @Message("It is not being drawn at the moment.")
    String notDrawn();

    @Message("Share of all votes in this category so far: {share}.")
    String got(String share);

    @Message("Revisions")
    String revisions();

    @Message("Revision {n}, since {day}")
    String revision(int n, String day);

    @Message("Votes to flip: {n}")
    String votesToFlip(long n);

    @Message("Votes to flip: how many votes would have to be removed for it to swap places with the next model below.")
    String votesToFlipNote();

    @Message("Badge")
    String badge();

    @Message("For a README, in Markdown")
    String badgeSnippet();

    @Message("The probability that {better} is really better than {other} is {likely}.")
    String better(String better, String other, String likely);

    @Message("over {percent}")
    String over(String percent);

    @Message("At least one of the two has fewer than {least} votes in this category: too few to say which is better.")
    String tooFewVotes(long least);

    @Message("No chain of votes connects these two in this category, so they can't be compared yet.")
    String notComparable();

    @Message("Lead in points, with its 95% interval")
    String lead();

    @Message("Expected win rate of {name}")
    String expected(String name);

    @Message("The probability is that of a lead above zero, from the difference in ratings and its standard error. The widths of the two intervals come from the board, their correlation from the votes.")
    String leadNote();

    @Message("Head to head")
    String met();

    @Message("They have not met in this category. The figures above follow from their battles with others.")
    String notMet();

    @Message("Votes")
    String votes();

    @Message("{name} won")
    String won(String name);

    @Message("Ties")
    String ties();

    @Message("Both bad")
    String bothBad();

    @Message("Wins of {name}")
    String winsOf(String name);

    @Message("{one} and {two}")
    String title(String one, String two);

    @Message("Ratings")
    String ratings();
}
