package org.dohyo.moderation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's pages on flagged conversations. */
@MessageBundle("conversation")
public interface ConversationMessages {

    @Message("Conversations")
    String title();

    @Message("Flagged by voters or marked by moderation, the newest first. A new flag opens a conversation again.")
    String intro();

    @Message("Open")
    String open();

    @Message("Handled")
    String handled();

    @Message("Nothing waits for you.")
    String noneOpen();

    @Message("Nothing has been handled yet.")
    String noneHandled();

    @Message("Older")
    String older();

    @Message("Read")
    String read();

    @Message("Moderation of prompts")
    String toModeration();

    @Message("Flagged")
    String flagged();

    @Message("Marked by moderation")
    String marked();

    @Message("turn {n}")
    String turn(int n);

    @Message("Answer {side}")
    String side(String side);

    @Message("Voter")
    String voter();

    @Message("banned")
    String banned();

    @Message("dismissed")
    String dismissed();

    @Message("texts erased")
    String erased();

    @Message("voter banned")
    String wasBanned();

    @Message("The texts of this conversation were erased.")
    String gone();

    @Message("All conversations")
    String back();

    @Message("Prompt")
    String prompt();

    @Message("Vote")
    String vote();

    @Message("There is no vote on it.")
    String noVote();

    @Message("better: {model}")
    String better(String model);

    @Message("tie")
    String tie();

    @Message("both bad")
    String bothBad();

    @Message("counted")
    String counted();

    @Message("not counted: {why}")
    String notCounted(String why);

    @Message("excluded: {why}")
    String excluded(String why);

    @Message("withdrawn")
    String withdrawn();

    @Message("Comment")
    String comment();

    @Message("Reasons")
    String reasons();

    @Message("What to do")
    String actions();

    @Message("Nothing is wrong")
    String dismiss();

    @Message("Takes it off the open list and changes nothing else.")
    String dismissHint();

    @Message("Erase the texts")
    String erase();

    @Message("Prompts, answers and comment go for good, also for the voter. The vote and its entry in the log stay.")
    String eraseHint();

    @Message("Erase the comment alone")
    String eraseComment();

    @Message("Erase these texts for good?")
    String confirmErase();

    @Message("Ban the voter")
    String ban();

    @Message("The voter can start no battle and vote no more. Whoever deletes their cookie comes as somebody else: this holds against habit, not against intent.")
    String banHint();

    @Message("Reason")
    String reason();

    @Message("For the audit trail; where votes are excluded it is public in the vote log.")
    String reasonHint();

    @Message("Exclude all earlier votes of this voter, too")
    String excludeVotes();

    @Message("Let the voter in again")
    String unban();

    @Message("Exclude the vote")
    String exclude();

    @Message("Restore the vote")
    String restore();

    @Message("Reason (public)")
    String publicReason();

    @Message("Your role may read this. Moderators and admins can act on it.")
    String lookOnly();
}
