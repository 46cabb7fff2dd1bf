package org.dohyo.benchmark;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why calls about benchmarks and their runs are refused; what begins in lower case continues the name of a field. */
@MessageBundle("benchmarkproblem")
public interface BenchmarkProblemMessages {

    @Message("There is no such benchmark.")
    String noSuchBenchmark();

    @Message("This benchmark can’t be run here: it is not {benchmarks}.")
    String notRunnable(String benchmarks);

    @Message("This model has no result in this scenario.")
    String noSuchResult();

    @Message("is not one of the benchmark’s metrics")
    String noMetric();

    @Message("is not one of the benchmark’s scenarios")
    String noScenario();

    @Message("must be given")
    String given();

    @Message("must have 1 to {most} characters, none of them a control character")
    String plainName(int most);

    @Message("must be a slug: a-z, 0-9, dot, hyphen, underscore")
    String slug();

    @Message("is no registered model: {slug}")
    String noModel(String slug);

    @Message("This name is not mapped.")
    String notMapped();

    @Message("There is no such run.")
    String unknownRun();

    @Message("This run is not running.")
    String notRunning();

    @Message("This run is running, or every question of it was answered.")
    String nothingToRetry();

    @Message("must be the version of a loaded set")
    String noSet();

    @Message("is that of no question of this set")
    String noQuestions();

    @Message("must be a list of 1 to {most} slugs")
    String models(int most);

    @Message("is named twice")
    String namedTwice();

    @Message("must be the slug of a model with an endpoint that isn’t retired")
    String notCallable();

    @Message("must be left out: nobody judges here")
    String nobodyJudges();

    @Message("must be left out: no examples are shown here")
    String noExamples();
}
