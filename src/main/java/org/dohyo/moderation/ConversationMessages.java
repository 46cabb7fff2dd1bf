package org.dohyo.moderation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's pages on flagged conversations. */
@MessageBundle("conversation")
public interface ConversationMessages {

    @Message("Conversations")
    String title();

    @Message("Conversations reported by voters or marked by moderation, newest first. A new report reopens a conversation.")
    String intro();

    @Message("Open")
    String open();

    @Message("Handled")
    String handled();

    @Message("No open conversations.")
    String noneOpen();

    @Message("No conversations handled yet.")
    String noneHandled();

    @Message("Older")
    String older();

    @Message("Read")
    String read();

    @Message("Prompt moderation")
    String toModeration();

    @Message("Reported")
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

    @Message("The texts of this conversation have been erased.")
    String gone();

    @Message("All conversations")
    String back();

    @Message("Prompt")
    String prompt();

    @Message("Vote")
    String vote();

    @Message("No vote.")
    String noVote();

    @Message("better: {model}")
    String better(String model);

    @Message("tie")
    String tie();

    @Message("both bad")
    String bothBad();

    @Message("counted")
    String counted();

    @Message("not counted: {votes:why(reason)}")
    String notCounted(String reason);

    @Message("excluded: {why}")
    String excluded(String why);

    @Message("withdrawn")
    String withdrawn();

    @Message("Comment")
    String comment();

    @Message("Reasons")
    String reasons();

    @Message("Actions")
    String actions();

    @Message("No problem")
    String dismiss();

    @Message("Removes it from the open list and changes nothing else.")
    String dismissHint();

    @Message("Erase the texts")
    String erase();

    @Message("Prompts, answers and comments are permanently deleted, also for the voter. The vote and its log entry stay.")
    String eraseHint();

    @Message("Erase only the comment")
    String eraseComment();

    @Message("Permanently erase these texts?")
    String confirmErase();

    @Message("Ban the voter")
    String ban();

    @Message("The voter can no longer start battles or vote. Deleting the cookie makes a new voter, so this stops habit, not intent.")
    String banHint();

    @Message("Reason")
    String reason();

    @Message("Recorded in the audit trail, not published.")
    String reasonHint();

    @Message("Also exclude all earlier votes of this voter")
    String excludeVotes();

    @Message("Lift the ban")
    String unban();

    @Message("Exclude the vote")
    String exclude();

    @Message("Restore the vote")
    String restore();

    @Message("Reason (public)")
    String publicReason();

    @Message("Your role is read-only. Moderators and admins can act on it.")
    String lookOnly();

    @Message("This voter is not banned.")
    String notBanned();

    @Message("No flagged conversation has this id.")
    String unknown();
}
