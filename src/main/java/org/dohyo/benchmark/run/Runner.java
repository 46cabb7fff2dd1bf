package org.dohyo.benchmark.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dohyo.benchmark.Benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a run of one benchmark asks, and what it makes of what comes. Holds no state. */
public interface Runner {

    Benchmark benchmark();

    /** How many questions a set has. */
    int questions(QuestionSet set);

    /** The calls of a run, in the order in which they are made where nothing holds them back. */
    List<RunStep> steps(QuestionSet set, RunSettings settings, List<Long> models, Long judge);

    /** @param said answers by model and turn, as far as the call needs them */
    RunAsk ask(RunItem item, QuestionSet set, Map<Long, List<String>> said);

    /**
     * @param beginnings log-probabilities of the answer's first token; empty where the endpoint tells none
     * @return empty if the answer isn't what it should be, so that it has to be asked for again
     */
    Optional<RunReading> read(RunItem item, QuestionSet set, String text, Map<String, Double> beginnings);

    List<RunScore> scores(QuestionSet set, List<RunDone> done);

    /** The metric of whose results the raw records are kept. */
    String mainMetric();

    /** The scenario to which a question belongs. */
    String scenario(QuestionSet set, int question);

    /** What is kept of one call beside its result. */
    ObjectNode record(QuestionSet set, RunRecord record);
}
