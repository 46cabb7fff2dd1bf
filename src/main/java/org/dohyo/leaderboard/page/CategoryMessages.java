package org.dohyo.leaderboard.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The names of the built-in categories; names of languages come from the platform. */
@MessageBundle("category")
public interface CategoryMessages {

    @Message("Overall")
    String overall();

    @Message("Other languages")
    String other();

    @Message("Code")
    String code();

    @Message("Math")
    String math();

    @Message("Long prompts")
    String longPrompt();

    @Message("Multi-turn")
    String multiTurn();

    @Message("Constraints")
    String instruction();

    @Message("Judged by programs")
    String judge();

    @Message("Inferred")
    String inferred();
}
