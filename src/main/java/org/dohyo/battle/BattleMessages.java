package org.dohyo.battle;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the battle page. The browser code puts a side, a name or a number in the place of {@code $1}. */
@MessageBundle("battle")
public interface BattleMessages {

    @Message("Battle")
    String title();

    @Message("What shall they answer?")
    String question();

    @Message("Your prompt")
    String prompt();

    @Message("Send")
    String send();

    @Message("Enter sends, Shift+Enter starts a new line.")
    String keys();

    @Message("Two models answer without their names.")
    String how1();

    @Message("You say which answer is better.")
    String how2();

    @Message("Then you see who they were, and the leaderboard follows.")
    String how3();

    @Message("Ask a follow-up to both")
    String followUp();

    @Message("Stop")
    String stop();

    @Message("Copy")
    String copy();

    @Message("Copied.")
    String copied();

    @Message("Retry $1")
    String retry();

    @Message("Your vote")
    String voting();

    @Message("A is better")
    String voteA();

    @Message("B is better")
    String voteB();

    @Message("Tie")
    String voteTie();

    @Message("Both are bad")
    String voteBad();

    @Message("Next battle")
    String next();

    @Message("Model $1")
    String model();

    @Message("Waiting")
    String waiting();

    @Message("Answering")
    String streaming();

    @Message("Finished")
    String done();

    @Message("Finished at the length limit")
    String cut();

    @Message("Ended by the model's content filter")
    String filtered();

    @Message("Stopped")
    String stopped();

    @Message("Failed")
    String failed();

    @Message("Model $1 stopped answering. Your prompt and the other answer are kept.")
    String failedSay();

    @Message("It can't be retried. Please start another battle.")
    String failedFinal();

    @Message("Both answers are finished. You can vote now.")
    String ready();

    @Message("Both models are answering.")
    String started();

    @Message("Stopped. You can retry each side.")
    String stoppedSay();

    @Message("You voted: $1.")
    String voted();

    @Message("It was counted.")
    String counted();

    @Message("It was not counted.")
    String notCounted();

    @Message("The connection was lost. Trying again.")
    String lost();

    @Message("The server can't be reached. Your prompt is kept; please try again.")
    String errNetwork();

    @Message("Fewer than two models are ready now. Your prompt is kept; please try later.")
    String errNoPair();

    @Message("Too many requests just now. Your prompt is kept.")
    String errLimit();

    @Message("The arena is busy. Your prompt is kept; please try later.")
    String errBusy();

    @Message("Try again in $1 s.")
    String errWait();

    @Message("The battle has moved on meanwhile. This is how it stands now.")
    String errState();

    @Message("This battle can't be found. Please start a new one.")
    String errGone();

    @Message("This was not accepted. Please check your prompt, for example its length.")
    String errInput();

    @Message("This battle has had all its turns. You can vote now.")
    String errTurns();

    @Message("Something went wrong here. Your prompt is kept; please try again.")
    String errOther();
}
