package org.dohyo.battle;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the battle page. */
@MessageBundle("battle")
public interface BattleMessages {

    @Message("Battle")
    String title();

    @Message("What shall they answer?")
    String question();

    @Message("Two hidden models answer the same prompt. You say which answer is better.")
    String lead();

    @Message("Ask anything, in any language")
    String placeholder();

    @Message("Send")
    String send();

    @Message("Enter sends, Shift+Enter breaks the line")
    String enterHint();

    @Message("Some ideas")
    String suggestions();

    @Message("Explain why the sky is blue to a ten-year-old.")
    String idea1();

    @Message("Write a polite email that moves a meeting to next week.")
    String idea2();

    @Message("Plan a rainy weekend in Kyoto for two.")
    String idea3();

    @Message("Write a Java method that merges overlapping intervals.")
    String idea4();

    @Message("A train leaves at 9:40 and arrives at 13:05. How long is the ride?")
    String idea5();

    @Message("Write a short poem about the first snow.")
    String idea6();

    @Message("How it works")
    String how();

    @Message("Send a prompt. Two models answer side by side, without their names.")
    String how1();

    @Message("Read both and vote. You may ask follow-ups first.")
    String how2();

    @Message("Then you see who they were, and the leaderboard follows.")
    String how3();

    @Message("%s votes so far")
    String votesSoFar();

    @Message("This page needs JavaScript. The leaderboard works without it.")
    String noScript();

    @Message("Your prompt")
    String prompt();

    @Message("Answer A")
    String sideA();

    @Message("Answer B")
    String sideB();

    @Message("waiting · %s s")
    String waiting();

    @Message("answering")
    String answering();

    @Message("finished")
    String finished();

    @Message("finished · cut at the length limit")
    String cut();

    @Message("finished · filtered by its endpoint")
    String filtered();

    @Message("failed")
    String failed();

    @Message("stopped")
    String stopped();

    @Message("Model %s stopped answering. Your prompt and the other answer are kept.")
    String failedHelp();

    @Message("Answer %s was stopped.")
    String stoppedHelp();

    @Message("Retry %s")
    String retry();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Stop")
    String stop();

    @Message("Which answer is better?")
    String vote();

    @Message("A is better")
    String voteA();

    @Message("B is better")
    String voteB();

    @Message("Tie")
    String tie();

    @Message("Both are bad")
    String bothBad();

    @Message("Both answers are whole. You can vote.")
    String votable();

    @Message("You can vote when both answers are whole.")
    String notYet();

    @Message("Ask a follow-up to both")
    String followUp();

    @Message("Your vote: %s")
    String yourVote();

    @Message("It counts.")
    String counted();

    @Message("It is kept but not counted: %s")
    String notCounted();

    @Message("Next battle (N)")
    String next();

    @Message("Same prompt, new models")
    String again();

    @Message("The server can’t be reached. Your prompt is kept; try again.")
    String network();

    @Message("The connection was lost. Connecting again.")
    String reconnecting();

    @Message("Fewer than two models are available now. Your prompt is kept.")
    String noPair();

    @Message("You have too many battles running. Stop one or wait. Your prompt is kept.")
    String tooMany();

    @Message("Too many requests for the moment. Your prompt is kept.")
    String limited();

    @Message("Try again in %s s.")
    String tryIn();

    @Message("The battle has moved on meanwhile. Its newest state is shown.")
    String conflict();

    @Message("This battle can’t be found. You can start a new one.")
    String gone();

    @Message("The prompt can’t be sent: %s")
    String invalid();

    @Message("Something went wrong. Your prompt is kept; try again.")
    String error();
}
