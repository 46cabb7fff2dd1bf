package org.dohyo.benchmark.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages of benchmarks. */
@MessageBundle("benchmark")
public interface BenchmarkMessages {

    @Message("Benchmarks")
    String title();

    @Message("Votes are one view of a model. These are others: results measured by this arena or imported from other tools, together with the records behind them.")
    String lead();

    @Message("No results yet")
    String empty();

    @Message("An admin can import results from lm-evaluation-harness, HELM or MT-Bench, enter single results, or have models measured here.")
    String emptyHelp();

    @Message("Add results at the desk")
    String toDesk();

    @Message("Arena, MT-Bench and MMLU in one table")
    String tableTitle();

    @Message("Each model's rating from votes next to two well-known benchmarks. An empty cell means not measured.")
    String tableLead();

    @Message("No model has a vote or a result yet")
    String tableEmpty();

    @Message("Benchmark")
    String benchmark();

    @Message("Version")
    String version();

    @Message("Scenarios")
    String scenarios();

    @Message("Scenario")
    String scenario();

    @Message("Metric")
    String metric();

    @Message("Main metrics")
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

    @Message("latest")
    String newest();

    @Message("Licence")
    String license();

    @Message("Arena rating")
    String rating();

    @Message("MT-Bench")
    String mtBench();

    @Message("MMLU")
    String mmlu();

    @Message("MT-Bench: the mean score (1 to 10) that a judge model gave to two-turn answers, with its 95% interval. “dohyo-1” next to a figure means this arena's own questions, not the original ones.")
    String mtBenchNote();

    @Message("MMLU: the share of correct answers to multiple-choice questions, with its 95% interval. “dohyo-1” next to a figure means this arena's own questions, not the original ones.")
    String mmluNote();

    @Message("demo")
    String demo();

    @Message("lower bound")
    String low();

    @Message("upper bound")
    String high();

    @Message("JSON")
    String json();

    @Message("CSV")
    String csv();

    @Message("All results")
    String allResults();

    @Message("Models by scenarios")
    String matrix();

    @Message("Mean win rate")
    String winRate();

    @Message("Standardised")
    String standardised();

    @Message("{#if n == 1}1 scenario{#else}{n} scenarios{/if}")
    String ofScenarios(int n);

    @Message("{#if n == 1}1 model{#else}{n} models{/if}, {#if m == 1}1 scenario{#else}{m} scenarios{/if}")
    String size(int n, int m);

    @Message("Every model was measured in every scenario.")
    String whole();

    @Message("{n} of {all} cells are empty because the model was not measured in that scenario. Means over few scenarios can't be compared with means over many; the small figure is the number of scenarios.")
    String missing(long n, long all);

    @Message("not measured")
    String notMeasured();

    @Message("Mean win rate as HELM defines it: in each scenario, the share of the other measured models that a model beats, with a draw counting as half; then the mean over scenarios.")
    String winRateNote();

    @Message("Standardised score: how many standard deviations a model is above the mean of the models in a scenario (below it where lower is better), then the mean over scenarios. A stronger tint means further above the mean.")
    String standardisedNote();

    @Message("The column “overall” is already a mean and is not counted again.")
    String overallNote();

    @Message("Compared with the arena")
    String scatter();

    @Message("{what} and the arena rating")
    String scatterTitle(String what);

    @Message("Show")
    String show();

    @Message("Rank correlation with the arena: {rho}, 95% interval {low} to {high} ({n} models)")
    String correlation(String rho, String low, String high, int n);

    @Message("Rank correlation with the arena: {rho}. {n} models are too few for an interval.")
    String correlationAlone(String rho, int n);

    @Message("No rank correlation yet: it needs at least two models that have a rating here and differ in value.")
    String noCorrelation();

    @Message("Spearman's ρ with mean ranks for ties; the interval uses Fisher's z with the standard error of Bonett and Wright (2000). It reflects the choice of models, not the uncertainty of each figure, which the lines show. Where lower is better, values are reversed first.")
    String correlationNote();

    @Message("Results of {model} in {scenario}")
    String resultsOf(String model, String scenario);

    @Message("History")
    String history();

    @Message("Raw records")
    String records();

    @Message("No questions or answers were stored with these results.")
    String noRecords();

    @Message("The records are listed under each scenario.")
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

    @Message("If any record is wrong, nothing of the file is stored. Importing the same results again changes nothing.")
    String importHint();

    @Message("File")
    String file();

    @Message("Format")
    String format();

    @Message("Model for all results")
    String modelOfAll();

    @Message("the names in the file")
    String asInFile();

    @Message("Names that aren't known here")
    String unknownNames();

    @Message("Choose the model for each name and import again. The names are kept for later files.")
    String unknownNamesHint();

    @Message("please choose")
    String choose();

    @Message("a new model without an endpoint")
    String newModel();

    @Message("Import")
    String importFile();

    @Message("{read} read, {imported} new, {duplicates} already known.")
    String importDone(String read, String imported, String duplicates);

    @Message("{n} left out:")
    String importSkipped(String n);

    @Message("… and {n} more")
    String importMore(String n);

    @Message("Leave out records that can't be imported")
    String skipInvalid();

    @Message("Everything else is stored, and each record left out is listed with the reason.")
    String skipInvalidHint();

    @Message("Working…")
    String working();

    @Message("Nothing was stored. Please correct:")
    String refused();

    @Message("Connection lost. The results may not have been stored; please try again.")
    String lost();

    @Message("Model names in files")
    String names();

    @Message("The names other tools use for a model. Map each name once; it is kept for later files.")
    String namesHint();

    @Message("Name in the file")
    String nameInFile();

    @Message("Registered model (slug)")
    String slug();

    @Message("If no model has this slug, register it as a model without an endpoint")
    String register();

    @Message("Map")
    String map();

    @Message("Remove")
    String remove();

    @Message("Remove the name {name}")
    String removeName(String name);

    @Message("No names mapped yet.")
    String noNames();

    @Message("Enter a result")
    String enterTitle();

    @Message("Standard error")
    String standardError();

    @Message("Lower is better")
    String lowerIsBetter();

    @Message("Source note")
    String note();

    @Message("Store")
    String store();
}
