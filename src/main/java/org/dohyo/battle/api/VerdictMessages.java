package org.dohyo.battle.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the battle page after the vote, and of the page of a shared battle. */
@MessageBundle("verdict")
public interface VerdictMessages {

    @Message("$1 tokens")
    String tokens();

    @Message("about $1 tokens")
    String tokensAbout();

    @Message("$1 s")
    String seconds();

    @Message("open weights")
    String openWeights();

    @Message("weights not open")
    String closedWeights();

    @Message("More about this pair")
    String pairMore();

    @Message("Withdraw vote ($1 s)")
    String takeBack();

    @Message("No counted vote between these two yet.")
    String standingNone();

    @Message("Only one counted vote between these two so far: too few for a percentage.")
    String standingOne();

    @Message("Only $1 counted votes between these two so far: too few for a percentage.")
    String standingFew();

    @Message("$1 beats $3 $2% of the time (95% interval $4–$5%).")
    String standing();

    @Message("Counted votes between them: $1 (A $2, B $3, tie $4, both bad $5). Ties and “both bad” count as half a win each.")
    String standingCounts();

    @Message("Your vote is now on the leaderboard.")
    String taken();

    @Message("Adding your vote to the leaderboard…")
    String taking();

    @Message("Your vote is on its way into the public log…")
    String receiptWaiting();

    @Message("Your vote is entry $1 of the public log. Your browser has checked the signed proof.")
    String receiptProved();

    @Message("Your vote is entry $1 of the public log. Your browser has checked the proof, but it can't check Ed25519 signatures.")
    String receiptUnsigned();

    @Message("Your vote is entry $1 of the public log. Your browser only checks the proof over HTTPS.")
    String receiptUnchecked();

    @Message("The proof that your vote is in the public log is wrong. Download it and report it to the people who run this arena.")
    String receiptWrong();

    @Message("There is no proof yet that your vote is in the public log. Look again later.")
    String receiptMissing();

    @Message("Download receipt")
    String receiptFile();

    @Message("Download the signed promise")
    String promiseFile();

    @Message("What does this mean?")
    String receiptMeaning();

    @Message("Saved.")
    String noted();

    @Message("Reasoning")
    String reasoning();

    @Message("Say why (optional)")
    String why();

    @Message("Comment (optional)")
    String comment();

    @Message("Save comment")
    String commentSave();

    @Message("Useful")
    String useful();

    @Message("Complete")
    String complete();

    @Message("Creative")
    String creative();

    @Message("Well formatted")
    String wellFormatted();

    @Message("Incorrect")
    String incorrect();

    @Message("Superficial")
    String superficial();

    @Message("Ignored instructions")
    String ignoredInstructions();

    @Message("Share this battle")
    String share();

    @Message("Anyone with this link can read the battle")
    String shareLink();

    @Message("Stop sharing")
    String shareRevoke();

    @Message("Your link is ready.")
    String shareDone();

    @Message("The link no longer works.")
    String shareRevoked();

    @Message("an answer revealed its model or its maker, so the comparison wasn't blind.")
    String whyNamedItself();

    @Message("an answer said “$1”, which names its model or its maker, so the comparison wasn't blind.")
    String whyNamedByWord();

    @Message("it came before two answers of this length can be looked at.")
    String whyTooFast();

    @Message("A shared battle")
    String sharedTitle();

    /** The language with its territory, as Open Graph wants it. */
    @Message("en_GB")
    String openGraphLocale();

    @Message("Two models answered this prompt with their names hidden; a reader voted, and then the names were revealed.")
    String sharedAbout();

    @Message("The vote: A is better")
    String sharedA();

    @Message("The vote: B is better")
    String sharedB();

    @Message("The vote: tie")
    String sharedTie();

    @Message("The vote: both are bad")
    String sharedBad();

    @Message("Start your own battle")
    String sharedOwn();
}
