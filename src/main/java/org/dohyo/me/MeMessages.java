package org.dohyo.me;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of a voter's own battles. */
@MessageBundle("me")
public interface MeMessages {

    @Message("My battles")
    String title();

    @Message("The battles you started in this browser. Other voters can't see them; the people who run this arena can read conversations, as the terms say.")
    String intro();

    @Message("{#if n == 1}1 battle{#else}{n} battles{/if}")
    String battles(long n);

    @Message("{#if n == 1}1 vote{#else}{n} votes{/if}, {counted} counted")
    String votes(long n, long counted);

    @Message("Your votes: A {a}, B {b}, tie {tie}, both bad {bad}")
    String outcomes(long a, long b, long tie, long bad);

    @Message("No battles yet")
    String empty();

    @Message("Your battles appear here once you have sent a prompt.")
    String emptyHelp();

    @Message("Start a battle")
    String start();

    @Message("Your own leaderboard")
    String board();

    @Message("Based only on your counted votes, with 95% intervals. Few votes make wide intervals.")
    String boardHelp();

    @Message("Models without a rank haven't met the others in your votes.")
    String boardApart();

    @Message("{#if n == 1}One more counted vote{#else}{n} more counted votes{/if}, and your own leaderboard appears here.")
    String boardMissing(int n);

    @Message("Model")
    String model();

    @Message("Rating")
    String rating();

    @Message("95% interval")
    String interval();

    @Message("Votes")
    String count();

    @Message("Receipt")
    String receipt();

    @Message("Win rate")
    String winRate();

    @Message("Battles")
    String list();

    @Message("Search your prompts")
    String search();

    @Message("Search")
    String searchGo();

    @Message("No prompt contains these words.")
    String noMatch();

    @Message("Delete")
    String remove();

    @Message("Delete battle")
    String removeTitle();

    @Message("Its prompts, answers and comment are deleted for good. A counted vote stays, as an anonymous log entry.")
    String removeHelp();

    @Message("Keep")
    String removeNo();

    @Message("Keep out of public data")
    String withhold();

    @Message("Allow in public data")
    String allow();

    @Message("This battle stays out of public data. A release that had it is withdrawn.")
    String withheld();

    @Message("This battle may be in public data, if the terms you agreed to allow it.")
    String allowed();

    @Message("Nothing was changed. Please try again.")
    String unchanged();

    @Message("The battle has been deleted.")
    String removed();

    @Message("Model A and model B")
    String masked();

    @Message("{a} and {b}")
    String pair(String a, String b);

    @Message("You voted: A is better")
    String votedA();

    @Message("You voted: B is better")
    String votedB();

    @Message("You voted: tie")
    String votedTie();

    @Message("You voted: both are bad")
    String votedBad();

    @Message("Not counted")
    String notCounted();

    @Message("Withdrawn")
    String withdrawn();

    @Message("Closed without a vote")
    String abandoned();

    @Message("Not voted yet")
    String open();

    @Message("Models chosen by name, not ranked")
    String named();

    @Message("Shared")
    String shared();

    @Message("Your data")
    String data();

    @Message("Download everything (JSON)")
    String export();

    @Message("Delete all of my data")
    String erase();

    @Message("Your prompts, the answers, comments and shared links are permanently deleted, and this browser is forgotten. The anonymous entries in the vote log stay.")
    String eraseHelp();

    @Message("Yes, delete everything")
    String eraseYes();

    @Message("Keep my data")
    String eraseNo();

    @Message("Everything has been deleted.")
    String erased();

    @Message("That didn't work. Nothing has been deleted; please try again.")
    String eraseFailed();

    @Message("The people who run this arena have erased these texts")
    String textsErased();

    @Message("Nothing is kept of you.")
    String nothingKept();
}
