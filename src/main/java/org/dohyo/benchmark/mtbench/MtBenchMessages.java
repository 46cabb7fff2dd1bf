package org.dohyo.benchmark.mtbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of MT-Bench on the desk's pages. */
@MessageBundle("mtbench")
public interface MtBenchMessages {

    @Message("New MT-Bench run")
    String newRun();

    @Message("Two-turn conversations; a judge model scores each answer from 1 to 10.")
    String hint();

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

    @Message("score")
    String score();

    @Message("score, turn 1")
    String scoreTurn1();

    @Message("score, turn 2")
    String scoreTurn2();
}
