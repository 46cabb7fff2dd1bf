package org.dohyo.project.content;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why records of an uploaded file can’t be stored; most continue a sentence that begins with the record. */
@MessageBundle("upload")
public interface UploadMessages {

    @Message("Nothing was stored: {number} errors.")
    String nothingStored(int number);

    @Message("Nothing was stored: {number} or more errors.")
    String nothingStoredOfMany(int number);

    @Message("the file holds no record")
    String noRecord();

    @Message("the head of the file has a column twice")
    String columnTwice();

    @Message("has {cells} cells, the head {head}")
    String cellCount(int cells, int head);

    @Message("is no JSON object")
    String noObject();

    @Message("has none of: {members}")
    String noneOf(String members);

    @Message("has a {member} that is neither text nor whole number")
    String noName(String member);

    @Message("has a {member} that isn’t 1 to {most} characters without control characters")
    String wrongName(String member, int most);

    @Message("has {turns} turns; 1 to {most} are possible")
    String turnLimit(int turns, int most);

    @Message("has something that is no text where a text is needed")
    String noText();

    @Message("has an empty text")
    String emptyText();

    @Message("has a text of more than {most} characters or with the null character")
    String longText(int most);

    @Message("answers a prompt that the project doesn’t have: {key}")
    String unknownPrompt(String key);

    @Message("has {turns} turns, but the prompt {key} has {asked}")
    String turnCount(int turns, String key, int asked);

    @Message("is a second answer of {model} to {key}, after record {record}")
    String secondAnswer(String model, String key, long record);

    @Message("has the id of record {record}: {key}")
    String secondPrompt(long record, String key);

    @Message("has the id of a prompt that the project has with another text: {key}")
    String otherPrompt(String key);

    @Message("differs from the answer that is stored for its model and prompt")
    String otherAnswer();

    @Message("has no answer of {model} to the prompt {prompt}")
    String gap(String model, String prompt);

    @Message("has a gold that isn’t A, B or tie")
    String unknownGold();

    @Message("must be A, B or tie")
    String noGold();

    @Message("is one more than {most} items with a known answer")
    String goldLimit(int most);

    @Message("has a {field} that {reason}")
    String wrongField(String field, String reason);

    @Message("is the id of no prompt of the project: {key}")
    String noSuchPrompt(String key);

    @Message("has no answer to this prompt: {model}")
    String notAnswered(String model);

    @Message("names itself in its answer, so nobody would judge blindly: {model}")
    String namesItself(String model);

    @Message("is the first model again")
    String sameModel();

    @Message("is marked with the same models twice")
    String markedTwice();
}
