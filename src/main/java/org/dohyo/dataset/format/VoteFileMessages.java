package org.dohyo.dataset.format;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a file of votes, or a record of it, can't be imported. */
@MessageBundle("votefile")
public interface VoteFileMessages {

    @Message("Nothing was stored: the import was cancelled.")
    String cancelled();

    @Message("There is no such import.")
    String noSuchImport();

    @Message("Nothing was stored: 1 record can't be imported")
    String nothingStoredForOne();

    @Message("Nothing was stored: {records} records can't be imported")
    String nothingStored(int records);

    @Message("Nothing was stored: The file unpacks to more than {bytes} bytes.")
    String unpacksToMoreBytes(long bytes);

    @Message("Nothing was stored: The file unpacks to more than {ratio} times its size.")
    String unpacksToMore(int ratio);

    @Message("Nothing was stored: Parquet of more than {bytes} bytes isn't read.")
    String largeParquet(long bytes);

    /** @param fault a sentence's end, such as {@code is damaged} */
    @Message("the file {fault}")
    String theFile(String fault);

    @Message("the file is a zip archive: send the file in it")
    String zip();

    @Message("the file is damaged or cut off: it can't be unpacked")
    String cutOff();

    @Message("the file has a record of more than {bytes} bytes")
    String longRecord(int bytes);

    @Message("the file is damaged or cut off: it can't be read as Parquet")
    String damagedParquet();

    @Message("the file has more than {columns} columns")
    String manyColumns(int columns);

    @Message("the file has a footer of more than {bytes} bytes")
    String longFooter(int bytes);

    @Message("the file has a row group of more than {bytes} bytes: write it with smaller ones")
    String largeRowGroup(long bytes);

    @Message("the file has a page of more than {bytes} bytes")
    String largePage(int bytes);

    @Message("the file is packed with {codec}: use zstd, snappy, gzip or lz4_raw")
    String unknownCodec(String codec);

    @Message("the file asks for more memory than there is")
    String outOfMemory();

    @Message("the file is neither a JSON array of votes, nor JSON Lines, nor CSV with the columns of its format, such as "
            + "model_a and model_b")
    String unknownFile();

    @Message("the file is neither a JSON array of votes, nor JSON Lines, nor CSV with the columns of its format, such as "
            + "model_a and model_b; the first line's fields are {names}")
    String unknownLine(String names);

    @Message("the file is neither a JSON array of votes, nor JSON Lines, nor CSV with the columns of its format, such as "
            + "model_a and model_b; its fields are {names}")
    String unknownHead(String names);

    @Message("the Parquet file has not the columns of its format, such as model_a and model_b; its fields are {names}")
    String unknownParquet(String names);

    @Message("is about one model more than {most}, which are the most that an arena compares")
    String manyModels(int most);

    /** @param models those of the arena, of the file or of both */
    @Message("the arena would compare {models} models with those of this file; it compares {most} at most")
    String manyModelsInAll(long models, int most);

    @Message("the file is empty")
    String emptyFile();

    @Message("the file has more votes than are read of one: {most}, and {perRecord} more for each record")
    String manyVotes(int most, int perRecord);

    @Message("has more than {most} votes")
    String manyVotesInRecord(int most);

    @Message("something follows the array")
    String trailing();

    @Message("the head of the file has a column twice")
    String columnTwice();

    @Message("has {cells} cells, the head {head}")
    String cellCount(int cells, int head);

    @Message("is in no known format; its record has no fields")
    String noFields();

    @Message("is in no known format; its fields are {names}")
    String unknownFormat(String names);

    @Message("has the same id as record {record} and is another vote: not stored")
    String otherVoteInFile(long record);

    @Message("has the same id as a vote that was imported before and is another vote: not stored")
    String otherVoteBefore();

    @Message("not an object")
    String noObject();

    @Message("no canonical JSON: {fault}")
    String notCanonical(String fault);

    @Message("{field} is missing")
    String missing(String field);

    @Message("{field} is missing or blank")
    String blank(String field);

    @Message("{fieldA} and {fieldB} are missing")
    String bothMissing(String fieldA, String fieldB);

    @Message("{field} is not a text")
    String noText(String field);

    @Message("{field} has more than {most} characters or a NUL")
    String longText(String field, int most);

    @Message("{field} is neither true nor false")
    String noFlag(String field);

    @Message("{field} is not a positive whole number")
    String notPositive(String field);

    @Message("{field} is not a whole number from 0 to {most}")
    String noCount(String field, int most);

    @Message("{field} is not a number from {least} to {most}")
    String notBetween(String field, int least, int most);

    @Message("{field} is not a time in seconds since 1970")
    String notSeconds(String field);

    @Message("{field} is not a time from 1970 on")
    String before1970(String field);

    @Message("{field} is not a time such as 2025-05-01T00:00:00")
    String noTime(String field);

    @Message("{field} is a time more than a day after the import")
    String future(String field);

    @Message("{field} begins with a bracket and is not JSON")
    String noJson(String field);

    @Message("{field} has control characters, or characters that reverse what stands behind them")
    String controls(String field);

    @Message("{field} has no visible character")
    String invisible(String field);

    @Message("a model against itself: {model}")
    String sameModel(String model);

    @Message("{field} is neither of the two models: {model}")
    String neitherModel(String field, String model);

    @Message("unknown winner: {winner}")
    String unknownWinner(String winner);

    @Message("unknown winner: {ones} of winner_model_a, winner_model_b and winner_tie are 1")
    String winnerColumns(int ones);

    @Message("unknown choice: {choice}")
    String unknownChoice(String choice);

    @Message("both_equal is true beside a chosen_model_name")
    String equalAndChosen();

    @Message("chosen_model_name is missing, and both_equal is not true")
    String neitherEqualNorChosen();

    @Message("model_pos is neither a nor b")
    String unknownSide();

    @Message("games is not a list of one or two")
    String noGames();

    @Message("has no game with a score")
    String noScore();

    @Message("has no annotation that selects a side")
    String noSide();

    @Message("has no submitted response that compares")
    String noComparison();

    @Message("has no preference: the judge's call failed")
    String noPreference();

    @Message("the judge's call failed")
    String judgeFailed();

    @Message("is neither a like nor a dislike alone")
    String noReaction();

    @Message("has no rating of 1 or -1")
    String noRating();

    @Message("compares no models: it has no sibling_model_ids")
    String noSiblings();
}
