package org.dohyo.me;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of a voter's own battles. */
@MessageBundle("me")
public interface MeMessages {

    @Message("My battles")
    String title();

    @Message("What you did in this browser. Nobody else sees it.")
    String intro();

    @Message("{#if n == 1}1 battle{#else}{n} battles{/if}")
    String battles(long n);

    @Message("{#if n == 1}1 vote{#else}{n} votes{/if}, {counted} counted")
    String votes(long n, long counted);

    @Message("How you voted: A {a}, B {b}, tie {tie}, both bad {bad}")
    String outcomes(long a, long b, long tie, long bad);

    @Message("Nothing here yet")
    String empty();

    @Message("Your battles appear here as soon as you have sent a prompt.")
    String emptyHelp();

    @Message("Start a battle")
    String start();

    @Message("Your own leaderboard")
    String board();

    @Message("From your counted votes alone, with 95% intervals. Few votes make wide ones.")
    String boardHelp();

    @Message("{#if n == 1}One more counted vote{#else}{n} more counted votes{/if} and your own leaderboard appears here.")
    String boardMissing(int n);

    @Message("Model")
    String model();

    @Message("Rating")
    String rating();

    @Message("95% interval")
    String interval();

    @Message("Votes")
    String count();

    @Message("Win rate")
    String winRate();

    @Message("Battles")
    String list();

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

    @Message("Taken back")
    String withdrawn();

    @Message("Closed without a vote")
    String abandoned();

    @Message("Not voted yet")
    String open();

    @Message("Named models, not ranked")
    String named();

    @Message("Shared")
    String shared();

    @Message("Your data")
    String data();

    @Message("Download everything (JSON)")
    String export();

    @Message("Delete all of my data")
    String erase();

    @Message("Your prompts, the answers, comments and shared links are erased for good, and this browser is forgotten. The anonymous entries of the vote log stay.")
    String eraseHelp();

    @Message("Yes, delete everything")
    String eraseYes();

    @Message("Keep my data")
    String eraseNo();

    @Message("Everything has been deleted.")
    String erased();

    @Message("This did not work. Nothing has been deleted; please try again.")
    String eraseFailed();

    @Message("Texts erased by the people who run this arena")
    String textsErased();
}
