package org.dohyo.project.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the annotators' pages. */
@MessageBundle("annotate")
public interface AnnotateMessages {

    @Message("You are invited to “{project}”")
    String invited(String project);

    @Message("You will see two answers side by side, without the models' names, and say which is better. Your judgements are stored under a number, not your name, in this project alone.")
    String joinIntro();

    @Message("This browser remembers you by a cookie. You can export or delete your data under My battles.")
    String joinData();

    @Message("This invitation is for signed-in people.")
    String forSignedIn();

    @Message("Sign in to join")
    String signInToJoin();

    @Message("This invitation is for a group that your account isn’t in. Ask whoever sent you the link.")
    String notInGroup();

    @Message("Join")
    String join();

    @Message("Instructions")
    String instructions();

    @Message("There are no instructions: compare the answers as you would use them.")
    String noInstructions();

    @Message("Your judgements: {judged}")
    String judged(int judged);

    @Message("Your judgements: {judged} of {quota}")
    String judgedOf(int judged, int quota);

    @Message("The whole project: {percent}%")
    String whole(int percent);

    @Message("Deadline:")
    String deadline();

    @Message("Start")
    String start();

    @Message("Go on")
    String goOn();

    @Message("The project is archived. Thank you for your work.")
    String archived();

    @Message("Loading the next answers…")
    String loading();

    @Message("There is nothing left to judge. Thank you.")
    String done();

    @Message("You have reached the number of judgements agreed for you. Thank you.")
    String quotaReached();

    @Message("The project takes no more judgements. Thank you.")
    String closed();

    @Message("The server can't be reached. Your choice is kept on this page.")
    String lost();

    @Message("Try again")
    String retry();

    @Message("Back to the project")
    String back();

    @Message("Prompt")
    String prompt();

    @Message("Answers")
    String answers();

    @Message("Your judgement")
    String judgement();

    @Message("Which answer is better overall?")
    String overall();

    @Message("optional")
    String optional();

    @Message("A is much better")
    String aMuch();

    @Message("A is better")
    String a();

    @Message("Tie")
    String tie();

    @Message("B is better")
    String b();

    @Message("B is much better")
    String bMuch();

    @Message("Both are bad")
    String bothBad();

    @Message("Comment (optional)")
    String comment();

    @Message("Save and next")
    String save();

    @Message("Keys: a digit chooses in the first question without an answer, Enter saves, S skips.")
    String keys();

    @Message("Please answer: {question}")
    String unanswered(String question);

    @Message("Skip")
    String skip();

    @Message("Why can't you judge these answers?")
    String skipWhy();

    @Message("I don't know enough about the subject")
    String skipSubject();

    @Message("The prompt is unclear")
    String skipUnclear();

    @Message("The content is harmful or personal")
    String skipHarmful();

    @Message("The text is broken")
    String skipBroken();

    @Message("Skip these answers")
    String skipSend();

    @Message("Cancel")
    String cancel();

    @Message("Copy code")
    String copyCode();

    @Message("Copied")
    String copied();

    @Message("Mark passages")
    String mark();

    @Message("The answers are shown as plain text. Select a passage or choose a sentence, then say whether it is good or bad.")
    String markHint();

    @Message("Sentence")
    String sentence();

    @Message("Choose a sentence")
    String chooseSentence();

    @Message("Good passage")
    String goodPassage();

    @Message("Bad passage")
    String badPassage();

    @Message("Good")
    String good();

    @Message("Bad")
    String bad();

    @Message("Marked passages of answer {side}")
    String passagesOf(String side);

    @Message("Selected: “{passage}”")
    String picked(String passage);

    @Message("First select a passage of this answer, or choose a sentence.")
    String pickFirst();

    @Message("Marked.")
    String passageAdded();

    @Message("This overlaps a marked passage; remove that one first.")
    String overlapping();

    @Message("A judgement can have at most 50 passages.")
    String passagesFull();

    @Message("Remove")
    String removePassage();

    @Message("Remove “{passage}”")
    String removeThisPassage(String passage);

    @Message("Note (optional)")
    String note();

    @Message("Note (optional) on “{passage}”")
    String noteOn(String passage);
}
