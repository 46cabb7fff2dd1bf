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

    @Message("Asks models the questions of a benchmark in the background. A restart goes on where the run was.")
    String lead();

    @Message("New run of MT-Bench")
    String newMtBench();

    @Message("Conversations of two turns; a judge model gives each answer 1 to 10 points.")
    String mtBenchHint();

    @Message("New run of MMLU")
    String newMmlu();

    @Message("Questions with four choices, scored without a judge.")
    String mmluHint();

    @Message("Models")
    String models();

    @Message("Judge")
    String judge();

    @Message("Questions")
    String questions();

    @Message("{version} ({count} questions)")
    String set(String version, int count);

    @Message("Dohyo’s own questions {version} ({count}), not the original")
    String ownSet(String version, int count);

    @Message("Dohyo’s own questions, not the original: these figures can’t be compared with published ones.")
    String ownNote();

    @Message("Language")
    String language();

    @Message("All languages")
    String allLanguages();

    @Message("Also compare each two models, in both orders")
    String pairwise();

    @Message("Solved examples before each question")
    String shots();

    @Message("Start the run")
    String start();

    @Message("Load questions")
    String load();

    @Message("MT-Bench: question.jsonl. MMLU: a zip or tar with dev and test, or one CSV file with its subject.")
    String loadHint();

    @Message("Benchmark")
    String benchmark();

    @Message("Version (a name for this set)")
    String version();

    @Message("Subject (of a single CSV file)")
    String subject();

    @Message("File")
    String file();

    @Message("Loaded.")
    String loaded();

    @Message("All runs")
    String all();

    @Message("Nothing was run yet.")
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

    @Message("{done} of {total} calls")
    String doneOf(long done, long total);

    @Message("Failed")
    String failed();

    @Message("On their way")
    String inFlight();

    @Message("Tokens (prompts / answers)")
    String tokens();

    @Message("Estimated end")
    String estimate();

    @Message("An endpoint is waited for until")
    String waits();

    @Message("Cancel")
    String cancel();

    @Message("Ask again what failed")
    String retry();

    @Message("Go on")
    String goOn();

    @Message("Scores so far")
    String scores();

    @Message("Nothing was scored yet.")
    String noScores();

    @Message("In brackets: 95% intervals, for points by Student’s t over questions, for shares by Wilson.")
    String intervals();

    @Message("Scenario")
    String scenario();

    @Message("Metric")
    String metric();

    @Message("Comparisons")
    String comparisons();

    @Message("{model} against {opponent}: {wins} won, {ties} tied, {losses} lost")
    String compared(String model, String opponent, int wins, int ties, int losses);

    @Message("{count} of the ties because the judge contradicted itself when the order changed")
    String contradictions(int count);

    @Message("Judge and voters")
    String agreement();

    @Message("{agreeing} of {votes} decided votes went to the model that the judge prefers ({low}–{high}%), over {pairs} pairs of models; in {pairsAgreeing} of these pairs most votes did.")
    String agreed(long agreeing, long votes, long low, long high, int pairs, int pairsAgreeing);

    @Message("Every prompt, answer and judgement")
    String calls();

    @Message("All calls")
    String allCalls();

    @Message("Only failed ones")
    String failedCalls();

    @Message("Nothing here.")
    String noCalls();

    @Message("More")
    String more();

    @Message("Question {question}, turn {turn}")
    String place(int question, int turn);

    @Message("answer")
    String answer();

    @Message("points for")
    String grade();

    @Message("comparison")
    String compare();

    @Message("choice")
    String choice();

    @Message("not readable")
    String unread();

    @Message("user")
    String user();

    @Message("assistant")
    String assistant();

    @Message("Said")
    String said();

    @Message("overall")
    String overall();

    @Message("writing")
    String writing();

    @Message("roleplay")
    String roleplay();

    @Message("reasoning")
    String reasoning();

    @Message("math")
    String math();

    @Message("coding")
    String coding();

    @Message("extraction")
    String extraction();

    @Message("STEM")
    String stem();

    @Message("humanities")
    String humanities();

    @Message("points")
    String score();

    @Message("points, turn 1")
    String scoreTurn1();

    @Message("points, turn 2")
    String scoreTurn2();

    @Message("right answers")
    String accuracy();

    @Message("unreadable answers")
    String unparseable();
}
