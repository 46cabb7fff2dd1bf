package org.dohyo.benchmark.mmlu;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of MMLU on the desk's pages. */
@MessageBundle("mmlu")
public interface MmluMessages {

    @Message("New MMLU run")
    String newRun();

    @Message("Multiple-choice questions with four options, scored without a judge.")
    String hint();

    @Message("overall")
    String overall();

    @Message("correct answers")
    String accuracy();

    @Message("unreadable answers")
    String unparseable();
}
