package org.dohyo.battle.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the battle page around a prompt: consent, models by name, reports. */
@MessageBundle("ask")
public interface AskMessages {

    @Message("$1 characters left")
    String left();

    @Message("$1 characters too many. Nothing has been cut off.")
    String tooLong();

    @Message("Choose the models yourself")
    String named();

    @Message("Both names are shown from the start, so this battle can't be voted on and doesn't affect the leaderboard.")
    String namedHelp();

    @Message("Hidden, chosen at random")
    String namedNone();

    @Message("You chose these models, so there is no vote and the leaderboard doesn't change.")
    String namedNote();

    @Message("Both answers are finished. You can send a follow-up.")
    String namedDone();

    @Message("History")
    String history();

    @Message("Close")
    String historyClose();

    @Message("Search your prompts")
    String historySearch();

    @Message("All battles and your data")
    String historyAll();

    @Message("Your battles appear here.")
    String historyEmpty();

    @Message("Loading…")
    String historyLoading();

    @Message("No prompt contains these words.")
    String historyNothing();

    @Message("vote withdrawn")
    String historyWithdrawn();

    @Message("Delete")
    String historyDelete();

    @Message("Delete battle")
    String historyDeleteYes();

    @Message("Keep")
    String historyKeep();

    @Message("Its prompts, answers and comment are deleted for good. A counted vote stays, as an anonymous log entry.")
    String historySure();

    @Message("The battle has been deleted.")
    String historyDeleted();

    @Message("Collapse")
    String fold();

    @Message("Expand")
    String unfold();

    @Message("Scroll together")
    String step();

    @Message("Report")
    String flag();

    @Message("Report an answer")
    String flagTitle();

    @Message("What is wrong with it?")
    String flagWhy();

    @Message("It is harmful")
    String flagHarmful();

    @Message("It contains personal data")
    String flagPersonal();

    @Message("It is broken or unreadable")
    String flagBroken();

    @Message("Something else")
    String flagOther();

    @Message("Details (optional)")
    String flagText();

    @Message("Send report")
    String flagSend();

    @Message("Cancel")
    String flagCancel();

    @Message("Thank you. The people who run this arena will see your report.")
    String flagged();

    @Message("Before you start")
    String consent();

    @Message("Your prompts, the answers and your votes are stored. The people who run this arena can read them.")
    String consent1();

    @Message("Votes are published as anonymous entries in a vote log, without prompts or answers.")
    String consent2();

    @Message("You can delete all of your data at any time; the anonymous log entries stay.")
    String consent3();

    @Message("Please don't put personal data into prompts: they are sent to the operators of two models.")
    String consent4();

    @Message("Read the terms")
    String consentTerms();

    @Message("Agree and send")
    String consentYes();

    @Message("Not now")
    String consentNo();

    @Message("The terms have changed. Please reload the page and read them; your prompt is kept.")
    String errTerms();

    @Message("The people who run this arena have erased the texts of this battle.")
    String erased();

    @Message("Very many prompts and votes are coming in. Your device does a short calculation, then yours is sent.")
    String effort();

    @Message("Progress of the calculation")
    String effortDone();

    @Message("Your network has cast its share of votes for this hour. The battle stays open.")
    String errVotes();

    @Message("The calculation that keeps out floods didn't succeed. Please try again.")
    String errProof();
}
