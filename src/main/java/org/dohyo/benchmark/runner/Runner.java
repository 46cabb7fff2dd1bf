package org.dohyo.benchmark.runner;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dohyo.benchmark.Benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A benchmark that this arena can run: reads its questions, plans the calls of a run, and scores the answers. Each is a
 * stateless bean that {@link Runners} collects, so another benchmark is just another bean.
 */
public interface Runner {

    Benchmark benchmark();

    /** True if a judge model grades the answers: a run then names one, and may compare models pairwise. */
    boolean judged();

    /** The class whose JSON is stored as the content of a set. */
    Class<? extends Questions> questionsType();

    /** The questions shipped with the arena. */
    Questions shipped();

    /**
     * Reads a file in the benchmark's own format.
     *
     * @throws QuestionFileException if the file is wrong
     */
    Questions parse(QuestionFile file);

    /** True if the file can be read only with a subject. */
    default boolean needsSubject(QuestionFile file) {
        return false;
    }

    /**
     * Plans the calls of a run, in the order in which they are normally made.
     *
     * @param models ids of the models that answer
     * @param judge id of the judge; null unless {@link #judged()}
     */
    List<RunCallPlan> steps(QuestionSet set, RunSettings settings, List<Long> models, Long judge);

    /** @param answers the earlier answers that the call needs, by model and turn */
    RunCallRequest ask(RunItem item, QuestionSet set, Map<Long, List<String>> answers);

    /**
     * Reads a score, verdict or choice from an answer.
     *
     * @param firstTokens log-probabilities of the answer's first token; empty if the endpoint returns none
     * @return empty if the answer has no readable form, so that the call has to be repeated
     */
    Optional<AnswerReading> read(RunItem item, QuestionSet set, String text, Map<String, Double> firstTokens);

    List<RunScore> scores(QuestionSet set, List<RunCallResult> results);

    /** The pairwise comparisons among the results; empty for a benchmark without a judge. */
    default List<RunComparison> comparisons(List<RunCallResult> results) {
        return List.of();
    }

    /** The metric whose results keep the raw records. */
    String mainMetric();

    /** The scenario to which a question belongs. */
    String scenario(QuestionSet set, int question);

    /** The raw record kept beside a result. */
    ObjectNode record(QuestionSet set, RunRecord record);

    /** @param locale a language of the arena */
    RunnerLabels labels(String locale);
}
