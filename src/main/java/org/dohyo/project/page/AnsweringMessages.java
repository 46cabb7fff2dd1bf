package org.dohyo.project.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on models that answer a project's prompts. */
@MessageBundle("answering")
public interface AnsweringMessages {

    @Message("Answers by this arena’s models")
    String title();

    @Message("Models of this arena answer the prompts in the background, with the system prompt and the parameters that they have in battles. Only missing answers are asked for, and they are kept as recorded answers.")
    String intro();

    @Message("No model has been asked yet.")
    String none();

    @Message("Ask models")
    String start();

    @Message("Models")
    String models();

    @Message("Name of the answers in the project")
    String name();

    @Message("Only where one model is chosen. Empty: the model’s short name.")
    String nameHint();

    @Message("{model} as {name}")
    String modelAs(String model, String name);

    @Message("Answered prompts")
    String answered();

    @Message("Why: {reasons}")
    String why(String reasons);

    @Message("Cancel {model}")
    String cancelOne(String model);

    @Message("Ask for what is missing")
    String resume();

    @Message("Ask {model} for what is missing")
    String resumeOne(String model);
}
