package org.dohyo.benchmark.runner;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a file of questions can't be loaded: places in it, and reasons that continue a sentence that begins with one. */
@MessageBundle("questionfile")
public interface QuestionFileMessages {

    @Message("Nothing was stored: {place} {reason}.")
    String nothingStored(String place, String reason);

    @Message("the file")
    String theFile();

    @Message("the archive")
    String theArchive();

    @Message("the version")
    String theVersion();

    @Message("line {line}")
    String line(int line);

    @Message("{file}, line {line}")
    String lineOf(String file, int line);

    @Message("line {line}, {member}")
    String memberOf(int line, String member);

    @Message("must be {benchmarks}")
    String unknownBenchmark(String benchmarks);

    @Message("{one} or {other}")
    String either(String one, String other);

    @Message("must be 1 to 100 of a-z, 0-9, '.', '_', '-' and not begin with dohyo")
    String wrongVersion();

    @Message("must name the subject of a single CSV file")
    String noSubject();

    @Message("belongs to other questions already: choose another one")
    String versionTaken();

    @Message("contains the null character or half a character")
    String halfCharacter();

    @Message("can't be unpacked")
    String brokenArchive();

    @Message("unpacks to more than {mebibytes} MiB")
    String largeArchive(int mebibytes);

    @Message("has no question")
    String noQuestion();

    @Message("has no question: there must be a file named like physics_test.csv")
    String noTestFile();

    @Message("must begin with the subject's name of at most {most} characters")
    String wrongFileName(int most);

    @Message("is no CSV: a quote isn't closed, or something follows one")
    String noCsv();

    @Message("has {fields} fields instead of {needed}")
    String fieldCount(int fields, int needed);

    @Message("has an answer that is none of A, B, C, D")
    String wrongAnswer();

    @Message("is no JSON object")
    String noObject();

    @Message("has no question_id that is a whole number")
    String noId();

    @Message("has a question_id that was there before")
    String sameId();

    @Message("has a category that is none of the eight")
    String unknownCategory();

    @Message("must have 1 to {most} turns")
    String turnCount(int most);

    @Message("is no list")
    String noList();

    @Message("has an entry that is no text")
    String noText();
}
