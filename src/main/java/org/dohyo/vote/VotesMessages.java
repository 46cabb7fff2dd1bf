package org.dohyo.vote;

import java.time.Instant;

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

    @Message("excluded")
    String excluded();

    @Message("withdrawn")
    String withdrawn();

    @Message("counted")
    String countedVote();

    @Message("not counted: {votes:why(reason)}")
    String notCounted(String reason);

    @Message("{#switch reason}{#case 'not-blind'}the model names were shown{#case 'named-itself'}an answer revealed its model or its maker"
            + "{#case 'too-fast'}the vote was cast before the answers could be read"
            + "{#case 'AUTOMATED'}cast by a program{#case 'COORDINATED'}arranged or paid for"
            + "{#case 'CARELESS'}not a judgement of the answers{#case 'MODEL_KNOWN'}the voter knew a model"
            + "{#case 'TERMS'}against the terms{#case 'REVIEWED'}reviewed and in order"
            + "{#case 'MISTAKE'}excluded by mistake{#case 'OTHER'}another reason"
            + "{#case 'VOTER_BANNED'}voter banned{#case 'QUARANTINED'}held back until reviewed"
            + "{#case 'DETECTED'}found not to judge answers{#case 'JUDGED_ANEW'}judged anew{#case 'CLEARED'}cleared"
            + "{#else}{reason}{/switch}")
    String why(String reason);

    @Message("Reason in the public log")
    String code();

    @Message("Note (for the desk only)")
    String note();

    @Message("Excluded votes only")
    String onlyExcluded();

    @Message("Votes not counted")
    String onlyUncounted();

    @Message("All votes")
    String allVotes();

    @Message("Older")
    String older();

    @Message("No votes.")
    String noVotes();

    @Message("Model")
    String ofModel();

    @Message("Words of the prompt")
    String withWords();

    @Message("In the first 300 characters of the first prompt")
    String withWordsHint();

    @Message("Voter ID")
    String byVoter();

    @Message("As shown with each vote, or at least its first 4 characters")
    String byVoterHint();

    @Message("Search")
    String search();

    @Message("Clear search")
    String endSearch();

    @Message("No votes match this search.")
    String noMatch();

    @Message("No votes since {time} match this search.")
    String noneSince(Instant time);

    @Message("Votes before {time} haven't been searched yet.")
    String searchedTo(Instant time);

    @Message("Search older votes")
    String searchOn();

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

    @Message("Import votes")
    String importTitle();

    @Message("Vote files of FastChat, LMArena, compar:IA, MT-bench, Open WebUI, alpaca_eval, Arena-Hard, Label Studio, Argilla or crowd workers: JSON, JSON Lines or CSV in UTF-8, or Parquet, also packed with gzip or Zstandard. If any record is wrong, nothing of the file is stored. Importing the same votes again changes nothing.")
    String importHint();

    @Message("File")
    String file();

    @Message("Format")
    String format();

    @Message("Recognised from its content")
    String formatDetected();

    @Message("Who compared")
    String source();

    @Message("As the format says")
    String sourceOfFormat();

    @Message("{#switch kind}{#case 'person'}People{#case 'judge'}A program{#case 'inferred'}Nobody; inferred from ratings of single answers{/switch}")
    String sourceKind(String kind);

    @Message("For all records of the file, in place of what its format says. What programs judged and what was inferred have boards of their own.")
    String sourceHint();

    @Message("Leave out records that can't be imported")
    String skipInvalid();

    @Message("Everything else is stored, and each record left out is listed with the reason.")
    String skipInvalidHint();

    @Message("Import")
    String importFile();

    @Message("Upload progress")
    String uploadProgress();

    @Message("Uploading…")
    String uploading();

    @Message("Storing the votes…")
    String storing();

    @Message("An import is being read: {n} records so far.")
    String importReading(String n);

    @Message("An import is being stored: {stored} of {votes} votes.")
    String importStoring(String stored, String votes);

    @Message("Votes stored")
    String importShare();

    @Message("About {n} imported votes are on their way to the leaderboard.")
    String importWaiting(String n);

    @Message("Cancel the import")
    String importCancel();

    @Message("{read} read, {imported} new, {duplicates} already known.")
    String importDone(String read, String imported, String duplicates);

    @Message("{n} left out.")
    String importSkipped(String n);

    @Message("{n} not stored because another vote has the same id.")
    String importConflicts(String n);

    @Message("File: {name}")
    String importOf(String name);

    @Message("Record {n}")
    String importRecord(String n);

    /** Follows the record, or several. */
    @Message(": {reason}")
    String importReason(String reason);

    /** The same, for a reason that doesn't name its field itself. */
    @Message(", {field}: {reason}")
    String importField(String field, String reason);

    @Message("… and {n} more")
    String importMore(String n);

    @Message("Nothing was stored. Please correct:")
    String importRefused();

    @Message("Connection lost. The votes may not have been stored; please try again.")
    String importLost();

    @Message("Imported votes have no texts; erased texts can't be shown.")
    String noConversation();

    @Message("There is no such vote.")
    String unknown();

    @Message("This vote is withdrawn or excluded already.")
    String notInRatings();

    @Message("This vote is not excluded.")
    String notExcluded();

    @Message("can’t be combined with excluded")
    String notWithExcluded();

    @Message("must be 4 to 64 hexadecimal digits")
    String noTag();

    @Message("A battle of named models can’t be voted on.")
    String notBlind();

    @Message("This battle has been voted on with another outcome.")
    String votedOtherwise();

    @Message("A vote can be withdrawn within 60 seconds.")
    String tooLate();

    @Message("Three votes a day can be withdrawn.")
    String tooManyWithdrawals();

    @Message("There is no such shared battle.")
    String unknownShare();
}
