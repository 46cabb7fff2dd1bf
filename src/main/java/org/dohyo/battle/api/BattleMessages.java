package org.dohyo.battle.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the battle page. The browser code puts a side, a name or a number in the place of {@code $1}. */
@MessageBundle("battle")
public interface BattleMessages {

    @Message("Battle")
    String title();

    @Message("What would you like to ask?")
    String question();

    @Message("Two AI models with hidden names answer your prompt. Vote for the better answer, and their names are revealed.")
    String intro();

    @Message("Scripted demo generators answer for now, not AI models. They step aside once two models are added.")
    String demos();

    @Message("Add models")
    String demosLink();

    @Message("Ask a question or describe a task…")
    String placeholder();

    @Message("Ask for more, or for something different…")
    String placeholderFollowUp();

    @Message("Answers")
    String answers();

    @Message("Your prompt")
    String prompt();

    @Message("Send")
    String send();

    @Message("Press Enter to send, Shift+Enter for a new line.")
    String keys();

    @Message("You can send a follow-up once both answers are finished.")
    String keysWait();

    @Message("Or start with one of these")
    String ideas();

    @Message("Explain")
    String ideaKind1();

    @Message("Explain to a ten-year-old why the sky is blue and sunsets are red.")
    String idea1();

    @Message("Write")
    String ideaKind2();

    @Message("Write a short, polite email that moves a meeting from Tuesday to Thursday.")
    String idea2();

    @Message("Plan")
    String ideaKind3();

    @Message("Plan a rainy Saturday in town with two small children and little money.")
    String idea3();

    @Message("Code")
    String ideaKind4();

    @Message("Write a Python function that finds the longest palindrome in a string.")
    String idea4();

    @Message("Compare")
    String ideaKind5();

    @Message("Compare train and plane for a journey of 600 km: time, cost and climate.")
    String idea5();

    @Message("Reason")
    String ideaKind6();

    @Message("A bat and a ball cost 1.10 together. The bat costs 1 more than the ball. What does the ball cost, and why?")
    String idea6();

    @Message("How it works")
    String how();

    @Message("Two models answer; their names are hidden.")
    String how1();

    @Message("You choose the better answer.")
    String how2();

    @Message("The names are revealed, and your vote counts towards the leaderboard.")
    String how3();

    @Message("{#if votes == 0}No votes yet today.{#else if votes == 1}1 vote today{#else}{text} votes today{/if}")
    String today(Long votes, String text);

    @Message("Ask both a follow-up")
    String followUp();

    @Message("Edit")
    String edit();

    @Message("Same prompt, new models")
    String anew();

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

    @Message("You can vote once both answers are finished.")
    String voteWaits();

    @Message("Open answer $1 too, then vote.")
    String voteUnopened();

    @Message("Answer $1 is unfinished. A vote needs two finished answers, so retry it first.")
    String voteBroken();

    @Message("Both answers are unfinished. A vote needs two finished answers, so retry them first.")
    String voteBrokenBoth();

    @Message("“$1” will be sent in 3 seconds.")
    String held();

    @Message("Undo")
    String undo();

    @Message("Undone. You haven't voted yet.")
    String undone();

    @Message("Next battle")
    String next();

    @Message("Waiting · $1 s")
    String waiting();

    @Message("Answering")
    String streaming();

    @Message("Finished")
    String done();

    @Message("Finished at the length limit")
    String cut();

    @Message("Ended by the model's content filter")
    String filtered();

    /** Two sentences one after the other. */
    @Message("$1 $2")
    String sentences();

    /** What the length of a text is counted in: {@code word} or {@code character}. */
    @Message("word")
    String lengthUnit();

    @Message("$1 word")
    String lengthOne();

    @Message("$1 words")
    String lengthMany();

    @Message("Stopped")
    String stopped();

    @Message("Failed")
    String failed();

    @Message("This answer was stopped. Your prompt is kept.")
    String stoppedNote();

    @Message("Model $1 stopped answering. Your prompt and the other answer are kept.")
    String failedNote();

    @Message("It can't be retried. Please start a new battle.")
    String failedFinal();

    @Message("Both answers are finished. Which one is better?")
    String ready();

    @Message("Both models are answering.")
    String started();

    @Message("Stopped. Retry the unfinished answer to vote.")
    String stoppedSay();

    @Message("Result")
    String result();

    @Message("You voted: $1")
    String voted();

    @Message("A was $1. B was $2.")
    String were();

    @Message("Your vote was counted.")
    String counted();

    @Message("Your vote was saved but not counted: $1")
    String notCounted();

    @Message("the model names were shown before the vote.")
    String whyNotBlind();

    @Message("a rule of this arena applies ($1).")
    String whyOther();

    @Message("You withdrew this vote, so it doesn't count.")
    String withdrawn();

    @Message("This battle was inactive for a day and has been closed. You can still read its answers.")
    String abandoned();

    @Message("View the leaderboard")
    String toLeaderboard();

    @Message("Battles stream two answers side by side, which needs JavaScript. Please enable it, or see the results so far.")
    String noScript();

    @Message("Connection lost. Reconnecting; nothing is lost.")
    String lost();

    @Message("The server can't be reached. Your prompt is kept; please try again.")
    String errNetwork();

    @Message("Fewer than two models are available right now. Your prompt is kept.")
    String errNoPair();

    @Message("Your other battles are still answering. Wait for them to finish or stop one. Your prompt is kept.")
    String errStreaming();

    @Message("You have reached the limit of battles per hour. Your prompt is kept.")
    String errLimit();

    @Message("You have reached the limit of retries. Your prompt is kept.")
    String errRetries();

    @Message("The arena can't be used at this address. Open it at its own; if this is its own, tell the people who run it that its public address isn't set. Your prompt is kept.")
    String errSite();

    @Message("The arena is busy. Your prompt is kept.")
    String errBusy();

    @Message("Try again in $1 s.")
    String errWait();

    @Message("Try again in about $1 min, at $2.")
    String errWaitMinutes();

    @Message("This battle has changed in the meantime. Here is its current state.")
    String errState();

    @Message("This battle could not be found. Please start a new one.")
    String errGone();

    @Message("This prompt was not accepted. Please check it, for example its length.")
    String errInput();

    @Message("This battle has no turns left. You can vote now.")
    String errTurns();

    @Message("Something went wrong on the server. Your prompt is kept; please try again.")
    String errOther();

    @Message("Copy code")
    String copyCode();
}
