package org.dohyo.moderation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's page on the moderation of prompts. */
@MessageBundle("moderation")
public interface ModerationMessages {

    @Message("Moderation of prompts")
    String title();

    @Message("Each prompt of each turn is shown to an OpenAI-compatible moderation endpoint before a model sees it. Without moderation no prompt leaves for anybody but the two models.")
    String intro();

    @Message("on")
    String on();

    @Message("off")
    String off();

    @Message("Check prompts")
    String enabled();

    @Message("Base URL")
    String baseUrl();

    @Message("Prompts go to this address with /moderations after it. Say so in the terms.")
    String baseUrlHint();

    @Message("Model (empty: the endpoint's choice)")
    String model();

    @Message("API key")
    String apiKey();

    @Message("A key is stored. It is never shown; leave empty to keep it.")
    String keyKept();

    @Message("No key is stored.")
    String noKey();

    @Message("A flagged prompt")
    String whenFlagged();

    @Message("is refused: no model sees it")
    String flaggedRefuse();

    @Message("goes on, and is marked for the conversations here")
    String flaggedMark();

    @Message("When the endpoint gives no verdict, a prompt")
    String whenDown();

    @Message("goes on unchecked")
    String downPass();

    @Message("is refused")
    String downRefuse();

    @Message("Longest wait (ms)")
    String timeout();

    @Message("Save")
    String save();

    @Message("Test now")
    String test();

    @Message("Text to ask about")
    String testText();

    @Message("What is the highest mountain of Japan?")
    String testExample();

    @Message("Uses the saved settings. Nothing is stored.")
    String testHint();

    @Message("not flagged")
    String clean();

    @Message("flagged")
    String flagged();

    @Message("Setting")
    String setting();

    @Message("Value")
    String value();

    @Message("No whole answer came within the longest wait.")
    String tooLate();

    @Message("To the conversations")
    String toConversations();
}
