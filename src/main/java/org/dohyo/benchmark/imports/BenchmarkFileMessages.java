package org.dohyo.benchmark.imports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a file of results can't be imported; most continue a sentence that begins with the place. */
@MessageBundle("benchmarkfile")
public interface BenchmarkFileMessages {

    /** @param error the place, if it is not the whole file, and the reason */
    @Message("Nothing was stored: {error}")
    String nothingStored(String error);

    @Message("Nothing was stored: {places} places are wrong")
    String nothingStoredOfMany(int places);

    @Message("is not one of: {formats}")
    String unknownFormat(String formats);

    /** @param fault a sentence's end, such as {@code is not UTF-8} */
    @Message("the file {fault}")
    String theFile(String fault);

    @Message("the file holds no result")
    String noResult();

    @Message("can't be read: something follows the list")
    String trailing();

    @Message("is missing")
    String missing();

    @Message("is no JSON object")
    String noObject();

    @Message("is no number: {value}")
    String noNumber(String value);

    @Message("{column} is no number: {value}")
    String noNumberIn(String column, String value);

    @Message("has {cells} cells, the head {head}")
    String cellCount(int cells, int head);

    /** @param what scenario, metric or model */
    @Message("the {what} must have 1 to {most} characters, none of them a control character or half a one")
    String wrongName(String what, int most);

    @Message("is {value}, which is no figure")
    String noFigure(double value);

    @Message("has the standard error {error}, which is none")
    String noStandardError(double error);

    @Message("is {value}, but {metric} goes from {low} to {high}")
    String outside(double value, String metric, String low, String high);

    @Message("is {value}, but {metric} goes from {low} to {high} ({unit})")
    String outsideInUnit(double value, String metric, String low, String high, String unit);

    /** Stands for the lowest value of a metric without one. */
    @Message("anything")
    String noLowest();

    /** Stands for the highest value of a metric without one. */
    @Message("anything")
    String noHighest();

    @Message("is in {unit}, but {metric} is in {known} here")
    String otherUnit(String unit, String metric, String known);

    @Message("is in {unit}, but {metric} is in no known unit here")
    String unknownUnit(String unit, String metric);

    @Message("names no model: name the model for all results (parameter model)")
    String unnamedModel();

    @Message("names a model that is not known here: {name}; map the name to a model, or name the model for all results "
            + "(parameter model)")
    String unknownModel(String name);

    @Message("is no registered model: {model}")
    String notRegistered(String model);

    @Message("names one model, but the file has results of {models}: {names}")
    String severalModels(int models, String names);

    @Message("has no column {column}")
    String noColumn(String column);

    @Message("has no column {column}: cells are separated by commas")
    String noComma(String column);

    @Message("has a column that is unknown or stands there twice: {column}")
    String wrongColumn(String column);

    @Message("value is missing")
    String noValue();

    @Message("benchmark must be a slug: a-z, 0-9, dot, hyphen, underscore")
    String noSlug();

    @Message("a metric from {low} to {high}")
    String emptyRange(double low, double high);

    @Message("higher_is_better must be true or false")
    String noFlag();

    @Message("n must be a whole number from 1")
    String notWhole();

    @Message("measured_at must be a time such as 2026-11-25T02:00:00Z")
    String noTime();

    @Message("measured_at is no time of ours")
    String farTime();

    @Message("has no column win_rate, so this is no leaderboard of AlpacaEval")
    String noLeaderboard();

    @Message("is no list of annotations")
    String noAnnotations();

    @Message("must be from 1 to 2")
    String noPreference();

    @Message("must be A>>B, A>B, A=B, B>A or B>>A")
    String noVerdict();

    @Message("has no score")
    String noScore();

    @Message("must be from 1 to 10, or -1 where the judge gave none")
    String wrongScore();

    @Message("must be 1 or 2")
    String wrongTurn();

    @Message("must be model_1, model_2, tie or error")
    String noWinner();

    @Message("is neither a run (run_spec and stats) nor a table (header and rows)")
    String unknownPart();

    @Message("has no name or no adapter_spec, so it is no run_spec")
    String noRunSpec();

    @Message("is no list of statistics")
    String noStatistics();

    @Message("names no statistic")
    String unnamedStatistic();

    @Message("is not Model, so the rows are not models")
    String noTableOfModels();

    @Message("names no model")
    String noModelOfRow();

    /** @param fault the unpacker's sentence, in English */
    @Message("is no whole zip: {fault}")
    String brokenZip(String fault);

    @Message("the files of the runs have more than {bytes} bytes together")
    String largeZip(long bytes);

    @Message("lacks {file}")
    String lacks(String file);

    @Message("is no object of tasks, so this is no results file of lm-evaluation-harness")
    String noTasks();

    @Message("has no metrics")
    String noMetrics();

    @Message("is no object of metrics")
    String noMetricsObject();
}
