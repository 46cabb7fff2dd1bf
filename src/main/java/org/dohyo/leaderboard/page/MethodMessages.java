package org.dohyo.leaderboard.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the method page. */
@MessageBundle("method")
public interface MethodMessages {

    @Message("How votes become ratings")
    String title();

    @Message("What happens to a vote, with this arena's figures, and how anyone can recompute the result.")
    String lead();

    @Message("From votes to ratings")
    String way();

    @Message("You write a prompt and two models are drawn. The probability of drawing this pair is stored.")
    String way1();

    @Message("Both answers stream side by side without names. Once both are complete you vote: A, B, tie, or both bad.")
    String way2();

    @Message("The vote gets the next number in a public append-only log, with a hash of its contents.")
    String way3();

    @Message("The log is summed by pair of models, outcome and category. Ratings are computed from these counts within about a second.")
    String way4();

    @Message("This arena")
    String here();

    @Message("Counted votes")
    String votes();

    @Message("Entries in the log")
    String entries();

    @Message("Version of the method")
    String version();

    @Message("Log entries that aren't counted votes")
    String leftOut();

    @Message("None.")
    String none();

    @Message("Cast but not counted")
    String notCounted();

    @Message("Left out of one board; counted in all others")
    String leftOutOfABoard();

    @Message("Could not be logged; without effect")
    String notLoggable();

    @Message("style control: the recorded style of an answer is out of range")
    String styleOutOfRange();

    @Message("{entry}: {reason}")
    String withReason(String entry, String reason);

    @Message("Withdrawn by the voter")
    String withdrawn();

    @Message("Excluded by an admin")
    String excluded();

    @Message("Restored by an admin")
    String restored();

    @Message("Ratings")
    String ratings();

    @Message("Bradley–Terry: each model has a strength, and the difference between two strengths gives the odds of winning. A difference of 400 points means odds of ten to one; the mean is 1000. A tie or “both bad” counts as half a win for each side.")
    String bt();

    @Message("The ratings are those that make the counted votes most likely. The order of votes doesn't matter.")
    String btFit();

    @Message("By voters (the default), each vote of a voter with n counted votes in the category has the weight")
    String weights();

    @Message("so that nobody counts for more than 30 votes. By votes, every vote has weight one, which is comparable with other arenas.")
    String weightsWhy();

    @Message("Imported votes whose file doesn’t name the voter count as if each had a voter of its own: their weight is one, and intervals treat them as independent.")
    String unknownVoters();

    @Message("Overall, {votes} imported votes are of this kind.")
    String unknownVotersHere(String votes);

    @Message("Comparisons by programs (judges), and results inferred from thumbs for single answers, can be imported too. They have boards of their own and count on no other.")
    String sources();

    @Message("95% intervals come from the sandwich estimator")
    String interval();

    @Message("H is the curvature of the likelihood and G the sum of squared scores: by voters, each voter’s votes are taken together because one person's votes resemble each other; by votes, each vote stands alone.")
    String intervalWhere();

    @Message("Range of ranks: the ranks a model may really have, for all models at once at 95% confidence, from a step-down test over all pairs. Models marked at the left of the table can’t be told apart from the first.")
    String ranks();

    @Message("Intervals by voters and ranges of ranks need every voter’s votes and follow with a short delay; the table shows their time.")
    String slow();

    @Message("For comparison, online Elo: after each vote in log order")
    String elo();

    @Message("It depends on the order and has no interval.")
    String eloNote();

    @Message("Style control adds the look of answers (length, headers, lists, bold) to the model, so that the rating is what remains when style is equal. These boards weight every vote equally.")
    String style();

    @Message("Marks: a model is preliminary below 50 votes in the category. Models not connected by any chain of votes are not ranked against each other. Where a model has only won or only lost, a tenth of a tie is added to each pair in its group, and the row is marked.")
    String marks();

    @Message("Votes to flip: how many votes would have to be removed for a model to swap places with the next one. It shows how much a rank depends on a few votes.")
    String flip();

    @Message("How pairs are drawn")
    String pairs();

    @Message("Three plans are mixed, each also in proportion to the models’ sampling weights: 30% ignores everything else, so every pair keeps meeting; up to 40% goes to models that are less well known than the rest; the remainder goes to the pairs where one vote settles the most ranks. The likely winner plays no other part.")
    String pairsText();

    @Message("Planned shares of upcoming battles")
    String shares();

    @Message("Model")
    String model();

    @Message("Share")
    String share();

    @Message("Entry")
    String what();

    @Message("Number")
    String number();

    @Message("Fewer than two models are available right now.")
    String noShares();

    @Message("What can’t be hidden")
    String hidden();

    @Message("Before the vote nothing identifies the models: no name, address, header or error text. Both sides' text is sent on the same clock and smoothed, so bursts reveal nothing. But a model's overall speed, the length of its answers and its writing style are visible, and someone who knows a model well may recognise it. Style control shows how much of a rating goes with length and formatting.")
    String hiddenText();

    @Message("Sides are assigned by a coin toss. Of the latest {decided} decided votes, side A won {share} (95% interval, treating votes as independent).")
    String sides(String decided, String share);

    @Message("Check it yourself")
    String again();

    @Message("Fetch the log, 1,000 entries at a time:")
    String again1();

    @Message("Check each entry: leafHash is the SHA-256 of a zero byte followed by the leaf, exactly as returned.")
    String again2();

    @Message("Process entries in order. CAST and RESTORE add a vote, WITHDRAW and EXCLUDE remove it, unless counted is false. LEAVE_OUT changes no count: its reason names the board that leaves the vote out, or log if a change could not be logged. Entries of any other kind are statements of the arena and change no count either. Sum by pair and outcome for each category of the vote; for weights by voters, also by voterTag.")
    String again3();

    @Message("Fit the formula above. The board states the log size it was computed from (logSize) and the method version.")
    String again4();

    @Message("The public log and receipts")
    String log();

    @Message("The newest entries, and how to verify them")
    String logPage();

    @Message("Every vote becomes an entry of a log that is only ever appended to. A Merkle tree (RFC 9162) combines all entries into one number, its root, and the arena signs root and size with its key. Whoever has two signed roots can check that the newer log begins with the older one: an entry that is changed, removed or moved changes the root.")
    String logText();

    @Message("The answer to a vote has a signed promise, and the receipt proves that the vote is in the log. Your browser checks both, without trusting this server for the arithmetic. Keep the receipt: nobody can later deny that your vote was in the log.")
    String logReceipt();

    @Message("The log shows neither who voted nor what was written: an entry has a random tag for the voter and a salted hash of the conversation, which says nothing more once its text has been erased. The log can't prove that voters are people, or that the operator doesn't vote.")
    String logLimits();

    @Message("newest signed root (C2SP tlog-checkpoint)")
    String logCheckpoint();

    @Message("keys that have signed")
    String logKeys();

    @Message("hashes and entries (C2SP tlog-tiles)")
    String logTiles();

    @Message("For developers")
    String data();

    @Message("All of this can be read from other sites (CORS) and supports ETag. The OpenAPI document describes every field.")
    String dataText();

    @Message("the table")
    String dataBoard();

    @Message("every pair of models")
    String dataPairs();

    @Message("ratings over time")
    String dataHistory();

    @Message("categories")
    String dataCategories();

    @Message("models and planned shares")
    String dataModels();

    @Message("the vote log")
    String dataLog();

    @Message("a small table to embed")
    String dataEmbed();

    @Message("a model’s badge")
    String dataBadge();

    @Message("OpenAPI")
    String dataSchema();

    @Message("Versions of the method")
    String changes();

    @Message("2: by default nobody counts for more than 30 votes, intervals account for votes by the same voter, and ranges of ranks hold for all models at once. Boards by votes are unchanged.")
    String change2();

    @Message("1: Bradley–Terry by votes, with sandwich intervals; online Elo.")
    String change1();

    @Message("How style affects votes here")
    String coefficients();

    @Message("Change in the log odds of a win for one standard deviation more of a feature, with half the width of the 95% interval.")
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

    @Message("When answers look alike, side A is favoured by {points} points (95% interval).")
    String position(String points);

    @Message("3: boards with style control, with their coefficients and the effect of the side.")
    String change3();

    @Message("Which votes count")
    String rules();

    @Message("A vote that comes before answers of that length can be looked at is stored, but not counted; the log says so. A network is all addresses that share their first three numbers (IPv4, /24) or their first 48 bits (IPv6).")
    String rulesText();

    @Message("While very many prompts and votes come in, each of them needs a proof of work: the browser solves a small arithmetic puzzle (ALTCHA) by itself. It makes floods expensive; it doesn't show that a voter is a person. Outside of floods nobody is asked.")
    String rulesProof();

    @Message("What this arena asks")
    String asked();

    @Message("Rule")
    String rule();

    @Message("Value")
    String value();

    @Message("off")
    String off();

    @Message("Battles of one voter in an hour, at most")
    String battlesOfVoter();

    @Message("Battles of one network in an hour, at most")
    String battlesOfNetwork();

    @Message("Votes of one network in an hour, at most")
    String votesOfNetwork();

    @Message("Characters of both answers a second, above which a vote is too fast")
    String readingSpeed();

    @Message("Longest time that a vote has to wait for")
    String readingAtMost();

    @Message("Proof of work")
    String proof();

    @Message("Prompts and votes of one network in a minute, from which on it needs proofs of work")
    String proofOfNetwork();

    @Message("Prompts and votes of all networks in a minute, from which on everybody needs them")
    String proofOfArena();

    @Message("Numbers that a proof of work tries, at most")
    String proofNumbers();

    @Message("How often each model and each organization was seen")
    String exposure();

    @Message("What can be trusted, and what can’t")
    String trust();

    @Message("That a vote is in the log, that the log only grows, and that the boards follow from it can be checked by anyone, with one command:")
    String trustCan();

    @Message("Nobody can prove that voters are people, that nobody pays them, or that the operator casts no votes. Such votes are entries like all others, with a tag, a time and the group of their prompt, so what is unusual shows, to everybody and for good. docs/trust.md, which comes with the software, names each guarantee and its limits.")
    String trustCannot();
}
