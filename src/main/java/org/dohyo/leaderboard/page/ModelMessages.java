package org.dohyo.leaderboard.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of a model's page and of the page of two. */
@MessageBundle("model")
public interface ModelMessages {

    @Message("History only: known from imported votes")
    String historyOnly();

    @Message("Scripted text generator, for trying the arena out")
    String demo();

    @Message("Closed weights")
    String closed();

    @Message("In each category")
    String standings();

    @Message("Category")
    String category();

    @Message("{rank} of {of}")
    String rankOf(int rank, int of);

    @Message("No vote has counted for this model yet.")
    String noVotes();

    @Message("Best results")
    String best();

    @Message("Worst results")
    String worst();

    @Message("Against each opponent")
    String opponents();

    @Message("In the order of the cautious end of the interval, so that few votes alone don't come first. A tie is half a win; intervals are 95%, votes taken as independent.")
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

    @Message("Rating so far")
    String history();

    @Message("Style of its answers")
    String style();

    @Message("Means over the newest {n} votes that tell, with their 95% intervals.")
    String styleNote(String n);

    @Message("Tokens")
    String tokens();

    @Message("Headers")
    String headers();

    @Message("List items")
    String lists();

    @Message("Bold spans")
    String bold();

    @Message("Seconds to the first text")
    String firstText();

    @Message("Seconds in all")
    String wholeAnswer();

    @Message("Failed or stopped at first")
    String again();

    @Message("Cut by the length limit")
    String cut();

    @Message("Sampling")
    String sampling();

    @Message("Planned share of sides to come: {share}.")
    String planned(String share);

    @Message("It is not drawn now.")
    String notDrawn();

    @Message("Share of the sides of all votes in this category so far: {share}.")
    String got(String share);

    @Message("Revisions")
    String revisions();

    @Message("Revision {n}, since {day}")
    String revision(int n, String day);

    @Message("Votes to flip: {n}")
    String votesToFlip(long n);

    @Message("Votes to flip: so many votes taken away would swap it with the next one below.")
    String votesToFlipNote();

    @Message("Badge")
    String badge();

    @Message("{better} is really better than {other} with a probability of {likely}.")
    String better(String better, String other, String likely);

    @Message("No chain of votes connects the two in this category: they can't be compared yet.")
    String notComparable();

    @Message("Lead in points, with its 95% interval")
    String lead();

    @Message("{name} is expected to win so often")
    String expected(String name);

    @Message("The probability is that of a lead above zero, from the difference of ratings and its standard error. How wide each rating's interval is comes from the board, how the two hang together from the votes.")
    String leadNote();

    @Message("When they met")
    String met();

    @Message("They have not met in this category. What is said above follows from their battles with others.")
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
