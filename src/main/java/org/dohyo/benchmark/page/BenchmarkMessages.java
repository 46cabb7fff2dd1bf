package org.dohyo.benchmark.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of other yardsticks. */
@MessageBundle("benchmark")
public interface BenchmarkMessages {

    @Message("Benchmarks")
    String title();

    @Message("Votes are one view of a model. Here are others: results that this arena measured itself or took over from other tools, with what they were computed from.")
    String lead();

    @Message("Nothing measured yet")
    String empty();

    @Message("An admin can import results of lm-evaluation-harness, HELM or MT-Bench, type in single ones, or have models measured here.")
    String emptyHelp();

    @Message("Add results at the desk")
    String toDesk();

    @Message("Arena, MT-Bench and MMLU in one table")
    String tableTitle();

    @Message("The rating from the votes here beside two well-known benchmarks. An empty cell: not measured.")
    String tableLead();

    @Message("No model has a vote or a result yet")
    String tableEmpty();

    @Message("Benchmark")
    String benchmark();

    @Message("Version")
    String version();

    @Message("Scenarios")
    String scenarios();

    @Message("Metrics")
    String metrics();

    @Message("Scenario")
    String scenario();

    @Message("Metric")
    String metric();

    @Message("Main ones")
    String mainMetrics();

    @Message("Model")
    String model();

    @Message("Value")
    String value();

    @Message("95% interval")
    String interval();

    @Message("Questions")
    String questions();

    @Message("Source")
    String source();

    @Message("Date")
    String measured();

    @Message("Settings")
    String settings();

    @Message("measured here")
    String run();

    @Message("imported")
    String imported();

    @Message("entered")
    String entered();

    @Message("newest")
    String newest();

    @Message("Licence")
    String license();

    @Message("Arena rating")
    String rating();

    @Message("MT-Bench")
    String mtBench();

    @Message("MMLU")
    String mmlu();

    @Message("MT-Bench: mean points from 1 to 10 that a judge model gave to two-turn answers, with its 95% interval. Beside a figure dohyo-1 says that the questions are this arena’s own, not the original.")
    String mtBenchNote();

    @Message("MMLU: share of right answers to multiple-choice questions, with its 95% interval. Beside a figure dohyo-1 says that the questions are this arena’s own, not the original.")
    String mmluNote();

    @Message("demo")
    String demo();

    @Message("from")
    String low();

    @Message("to")
    String high();

    @Message("JSON")
    String json();

    @Message("CSV")
    String csv();

    @Message("All results")
    String allResults();

    @Message("Models by scenarios")
    String matrix();

    @Message("Models by scenarios as JSON or CSV")
    String matrixData();

    @Message("Mean win rate")
    String winRate();

    @Message("Standardised")
    String standardised();

    @Message("of {n}")
    String ofScenarios(int n);

    @Message("{n} models, {m} scenarios")
    String size(int n, int m);

    @Message("Every model was measured in every scenario.")
    String whole();

    @Message("{n} of {all} cells are empty: these models were not measured there. A mean over few scenarios can't be compared with one over many; the small figure says how many there are.")
    String missing(long n, long all);

    @Message("not measured")
    String notMeasured();

    @Message("Mean win rate, as HELM defines it: in a scenario the share of the other models measured there that a model does better than, a draw being half; then the mean over the scenarios.")
    String winRateNote();

    @Message("Standardised: by how many standard deviations a model is above the mean of the models in a scenario (below it where less is better); then the mean over the scenarios. The stronger the tint of a cell, the further above.")
    String standardisedNote();

    @Message("The column overall is a mean already and is not counted again.")
    String overallNote();

    @Message("Beside the arena")
    String scatter();

    @Message("{what} and the arena's rating")
    String scatterTitle(String what);

    @Message("Show")
    String show();

    @Message("Rank correlation with the arena: {rho}, 95% interval {low} to {high} ({n} models)")
    String correlation(String rho, String low, String high, int n);

    @Message("Rank correlation with the arena: {rho}. {n} models are too few for an interval.")
    String correlationAlone(String rho, int n);

    @Message("There is no rank correlation yet: it needs at least two models with a rating here and different values.")
    String noCorrelation();

    @Message("Spearman's ρ, equal values sharing their ranks; interval by Fisher's z with the standard error of Bonett and Wright (2000). It tells what the choice of models leaves open, not the uncertainty of each figure, which the lines show. Where less is better, values are turned round first.")
    String correlationNote();

    @Message("Results of {model} in {scenario}")
    String resultsOf(String model, String scenario);

    @Message("History")
    String history();

    @Message("Raw records")
    String records();

    @Message("No questions or answers are stored with these results.")
    String noRecords();

    @Message("They stand with the single scenarios.")
    String recordsElsewhere();

    @Message("Record {n}")
    String record(int n);

    @Message("Earlier")
    String earlier();

    @Message("More")
    String more();

    @Message("Question")
    String question();

    @Message("Answer")
    String answer();

    @Message("Judgement")
    String judgement();

    @Message("Reference")
    String reference();

    @Message("Score")
    String score();

    @Message("Turn")
    String turn();

    @Message("Judge")
    String judge();

    @Message("Import a file")
    String importTitle();

    @Message("The file is taken whole or not at all, and the same results are stored once, however often they come.")
    String importHint();

    @Message("File")
    String file();

    @Message("Format")
    String format();

    @Message("Model of all results (empty: as the file names it)")
    String modelOfAll();

    @Message("Import")
    String importFile();

    @Message("Read {read}, new {imported}, known already {duplicates}.")
    String importDone(String read, String imported, String duplicates);

    @Message("Working …")
    String working();

    @Message("Nothing was stored. What is wrong:")
    String refused();

    @Message("The connection was lost. Nothing may have been stored; please try again.")
    String lost();

    @Message("Names of models in files")
    String names();

    @Message("What other tools call a model. Each name is mapped once and is kept for later files.")
    String namesHint();

    @Message("Name in the file")
    String nameInFile();

    @Message("Registered model (slug)")
    String slug();

    @Message("Register it as a model without an endpoint, if there is none of that slug")
    String register();

    @Message("Map")
    String map();

    @Message("Remove")
    String remove();

    @Message("Remove the name {name}")
    String removeName(String name);

    @Message("No name is mapped yet.")
    String noNames();

    @Message("Enter a result")
    String enterTitle();

    @Message("Standard error")
    String standardError();

    @Message("Less is better")
    String lowerIsBetter();

    @Message("Where it comes from")
    String note();

    @Message("Store")
    String store();
}
