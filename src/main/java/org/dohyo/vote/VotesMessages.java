package org.dohyo.vote;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's pages on votes. */
@MessageBundle("votes")
public interface VotesMessages {

    @Message("Votes")
    String votes();

    @Message("Voter")
    String voter();

    @Message("Exclude")
    String exclude();

    @Message("Restore")
    String restore();

    @Message("Reason (public)")
    String reason();

    @Message("excluded")
    String excluded();

    @Message("withdrawn")
    String withdrawn();

    @Message("counted")
    String countedVote();

    @Message("not counted")
    String notCounted();

    @Message("Excluded votes only")
    String onlyExcluded();

    @Message("All votes")
    String allVotes();

    @Message("Older")
    String older();

    @Message("No votes.")
    String noVotes();

    @Message("imported")
    String imported();

    @Message("better:")
    String winner();

    @Message("tie")
    String tie();

    @Message("both bad")
    String bothBad();

    @Message("Conversation")
    String conversation();

    @Message("Imported votes have no texts; erased texts can't be shown.")
    String noConversation();
}
