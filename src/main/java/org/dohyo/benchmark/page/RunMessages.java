package org.dohyo.benchmark.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages on runs. */
@MessageBundle("run")
public interface RunMessages {

    @Message("Benchmark runs")
    String title();

    @Message("Run")
    String run();

    @Message("Runs a benchmark's questions against models in the background. After a restart, a run continues where it stopped.")
    String lead();

    @Message("Models")
    String models();

    @Message("Judge")
    String judge();

    @Message("The judge is one of the models that are judged. Judges tend to prefer their own answers.")
    String judgesItself();

    @Message("Questions")
    String questions();

    @Message("{version} ({count} questions)")
    String set(String version, int count);

    @Message("Dohyo’s own questions {version} ({count} questions), not the original")
    String ownSet(String version, int count);

    @Message("Dohyo’s own questions, not the original: these figures can’t be compared with published ones.")
    String ownNote();

    @Message("Language")
    String language();

    @Message("All languages")
    String allLanguages();

    @Message("Also compare every pair of models, in both orders")
    String pairwise();

    @Message("Worked examples before each question")
    String shots();

    @Message("Start run")
    String start();

    @Message("Load questions")
    String load();

    @Message("MT-Bench: question.jsonl. MMLU: a zip or tar with dev and test folders, or a single CSV file with its subject.")
    String loadHint();

    @Message("Benchmark")
    String benchmark();

    @Message("Version (a name for this question set)")
    String version();

    @Message("Subject (for a single CSV file)")
    String subject();

    @Message("File")
    String file();

    @Message("Loaded.")
    String loaded();

    @Message("All runs")
    String all();

    @Message("No runs yet.")
    String none();

    @Message("State")
    String state();

    @Message("running")
    String running();

    @Message("finished")
    String finished();

    @Message("cancelled")
    String cancelled();

    @Message("Started")
    String started();

    @Message("by {who}")
    String by(String who);

    @Message("Ended")
    String ended();

    @Message("Progress")
    String progress();

    @Message("Failed")
    String failed();

    @Message("In progress")
    String inFlight();

    @Message("Tokens (prompts / answers)")
    String tokens();

    @Message("Estimated finish")
    String estimate();

    @Message("Waiting for an endpoint until")
    String waits();

    @Message("Cancel")
    String cancel();

    @Message("Retry failed calls")
    String retry();

    @Message("Continue")
    String goOn();

    @Message("Scores so far")
    String scores();

    @Message("No scores yet.")
    String noScores();

    @Message("Brackets show 95% intervals: Student’s t over questions for scores, Wilson for shares.")
    String intervals();

    @Message("Scenario")
    String scenario();

    @Message("Metric")
    String metric();

    @Message("Comparisons")
    String comparisons();

    @Message("{model} against {opponent}: {wins} won, {ties} tied, {losses} lost")
    String compared(String model, String opponent, int wins, int ties, int losses);

    @Message("{count} of the ties are cases where the judge contradicted itself when the order was swapped")
    String contradictions(int count);

    @Message("Judge and voters")
    String agreement();

    @Message("{agreeing} of {votes} decided votes went to the model that the judge prefers ({low}–{high}%), across {pairs} pairs of models; in {pairsAgreeing} of these pairs the majority agreed with the judge.")
    String agreed(long agreeing, long votes, long low, long high, int pairs, int pairsAgreeing);

    @Message("All prompts, answers and judgements")
    String calls();

    @Message("All calls")
    String allCalls();

    @Message("Failed only")
    String failedCalls();

    @Message("No calls here.")
    String noCalls();

    @Message("More")
    String more();

    @Message("Question {question}, turn {turn}")
    String place(int question, int turn);

    @Message("answer")
    String answer();

    @Message("scoring of")
    String grade();

    @Message("comparison")
    String compare();

    @Message("choice")
    String choice();

    @Message("unreadable")
    String unread();

    @Message("user")
    String user();

    @Message("assistant")
    String assistant();

    @Message("Response")
    String response();
}
