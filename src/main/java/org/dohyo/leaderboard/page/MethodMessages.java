package org.dohyo.leaderboard.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the method page. */
@MessageBundle("method")
public interface MethodMessages {

    @Message("How votes become ratings")
    String title();

    @Message("What is done with a vote, with the figures of this arena, and how anyone can do it again.")
    String lead();

    @Message("The way of a vote")
    String way();

    @Message("You write a prompt; two models are drawn. The probability with which this pair was drawn is kept.")
    String way1();

    @Message("Both answers stream to you side by side, without a name. You vote when both are whole: A, B, tie, or both bad.")
    String way2();

    @Message("The vote gets the next number in a public log that is only ever added to, with a hash of what it says.")
    String way3();

    @Message("The log is added up per pair of models, outcome and category. Ratings are computed from these counts within about a second.")
    String way4();

    @Message("This arena")
    String here();

    @Message("Counted votes")
    String votes();

    @Message("Entries in the log")
    String entries();

    @Message("Version of the method")
    String version();

    @Message("Entries that are not a counted vote")
    String leftOut();

    @Message("None.")
    String none();

    @Message("Cast, not counted")
    String notCounted();

    @Message("the models were named")
    String notBlind();

    @Message("Withdrawn by the voter")
    String withdrawn();

    @Message("Excluded by an admin")
    String excluded();

    @Message("Restored by an admin")
    String restored();

    @Message("Ratings")
    String ratings();

    @Message("Bradley–Terry: each model has a strength, and the difference of two tells how often one wins. A difference of 400 points is odds of ten to one; the mean is 1000. A tie and “both bad” are half a win for either side.")
    String bt();

    @Message("The ratings are those that make the counted votes most likely. The order of votes doesn't matter.")
    String btFit();

    @Message("By voters, which is the default, each vote of a voter with n counted votes in the category weighs")
    String weights();

    @Message("so that nobody weighs more than 30 votes. By votes, every vote weighs one; that is comparable with other arenas.")
    String weightsWhy();

    @Message("95% intervals come from the sandwich")
    String interval();

    @Message("H is the curvature of the likelihood, G the sum of squared scores: by voters, each voter’s votes are taken together, because tastes make them alike; by votes, each vote stands alone.")
    String intervalWhere();

    @Message("Range of ranks: the places that a model may really have, for all models at once with 95%. It is found by step-down over all pairs. Rows in the bracket can’t be told apart from the first.")
    String ranks();

    @Message("Intervals by voters and ranges of ranks need every voter’s votes and follow at a slower beat; the table says of when they are.")
    String slow();

    @Message("Online Elo, beside it: after each vote in log order")
    String elo();

    @Message("It depends on the order and has no interval.")
    String eloNote();

    @Message("Style control adds what answers look like (length, headers, lists, bold) to the model, so that the rating is what is left when style is alike. These boards are by votes.")
    String style();

    @Message("Marks: preliminary is a model with fewer than 50 votes in the category. Models that no chain of votes connects are not ranked against each other. Where a model only won or only lost, a tenth of a tie is put on each pair of its group, and the row says so.")
    String marks();

    @Message("Votes to flip: so many votes taken away would swap a model with the next one. It tells how far a place hangs on few votes.")
    String flip();

    @Message("Which pair is drawn")
    String pairs();

    @Message("Three plans are mixed, each in proportion to the models’ weights as well: a floor of 30% goes by weights alone, so that every pair keeps meeting; up to 40% goes to models that are known less well than the field; the rest goes to the pairs whose vote makes most places surer. Who is likely to win plays no other part.")
    String pairsText();

    @Message("Planned shares of the sides of battles to come")
    String shares();

    @Message("Model")
    String model();

    @Message("Share")
    String share();

    @Message("Entry")
    String what();

    @Message("Number")
    String number();

    @Message("Fewer than two models can be drawn now.")
    String noShares();

    @Message("What can’t be hidden")
    String hidden();

    @Message("Before the vote nothing names the models: no name, address, header or error text. Text leaves on one clock for both sides and is evened out, so that bursts don’t tell. But how fast a model is on the whole, how long its answers are and how it writes can be seen, and someone who knows a model may recognise it. Style control shows how much of a rating goes with length and formatting.")
    String hiddenText();

    @Message("Sides are drawn by a coin. Of the newest {decided} decided votes, side A won {share} (95% interval, votes taken as independent).")
    String sides(String decided, String share);

    @Message("Do it again yourself")
    String again();

    @Message("Fetch the log, 1,000 entries at a time:")
    String again1();

    @Message("Check each entry: leafHash is SHA-256 of a zero byte and the leaf, exactly as it stands there.")
    String again2();

    @Message("Go through it in order. CAST and RESTORE add a vote, WITHDRAW and EXCLUDE take it away, unless counted is false. Add up per pair and outcome for each of the vote’s categories; for weights by voters also per voterTag.")
    String again3();

    @Message("Fit the formula above. The board names the size of the log that it was computed from (logSize) and the version of the method.")
    String again4();

    @Message("For programs")
    String data();

    @Message("All of this can be read from other sites too (CORS), with ETag. The OpenAPI document describes every field.")
    String dataText();

    @Message("the table")
    String dataBoard();

    @Message("each two models")
    String dataPairs();

    @Message("how ratings moved")
    String dataHistory();

    @Message("categories")
    String dataCategories();

    @Message("models and planned shares")
    String dataModels();

    @Message("the vote log")
    String dataLog();

    @Message("a small table for other sites")
    String dataEmbed();

    @Message("a model’s badge")
    String dataBadge();

    @Message("OpenAPI")
    String dataSchema();

    @Message("Versions of the method")
    String changes();

    @Message("2: by default nobody weighs more than 30 votes, intervals know that votes of one voter hang together, and ranges of ranks hold for all models at once. Boards by votes are as before.")
    String change2();

    @Message("1: Bradley–Terry by votes, with sandwich intervals; online Elo.")
    String change1();

    @Message("What style does to votes here")
    String coefficients();

    @Message("Log odds of a win for one standard deviation more of a feature, with half of the 95% interval.")
    String coefficientsNote();

    @Message("Feature")
    String feature();

    @Message("Effect")
    String effect();

    @Message("Tokens")
    String tokens();

    @Message("Headers")
    String headers();

    @Message("List items")
    String lists();

    @Message("Bold spans")
    String bold();

    @Message("Between answers that look alike, side A is favoured by {points} points (95% interval).")
    String position(String points);

    @Message("3: boards with style control, with their coefficients and the effect of the side.")
    String change3();
}
