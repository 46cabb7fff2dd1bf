package org.dohyo.moderation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's page on the moderation of prompts. */
@MessageBundle("moderation")
public interface ModerationMessages {

    @Message("Prompt moderation")
    String title();

    @Message("Every prompt is sent to an OpenAI-compatible moderation endpoint before any model sees it. With moderation off, prompts go only to the two models.")
    String intro();

    @Message("on")
    String on();

    @Message("off")
    String off();

    @Message("Check prompts")
    String enabled();

    @Message("Base URL")
    String baseUrl();

    @Message("Prompts are sent to this address followed by /moderations. Mention this in the terms.")
    String baseUrlHint();

    @Message("Model (empty: the endpoint's default)")
    String model();

    @Message("API key")
    String apiKey();

    @Message("A key is stored and never shown. Leave empty to keep it.")
    String keyKept();

    @Message("No key is stored.")
    String noKey();

    @Message("Flagged prompts are")
    String whenFlagged();

    @Message("rejected: no model sees them")
    String flaggedRefuse();

    @Message("sent, and marked under Conversations")
    String flaggedMark();

    @Message("If the endpoint gives no verdict, prompts are")
    String whenDown();

    @Message("sent unchecked")
    String downPass();

    @Message("rejected")
    String downRefuse();

    @Message("Timeout (ms)")
    String timeout();

    @Message("Nothing was saved: the endpoint gave no verdict on a harmless sentence. {why}")
    String notSaved(String why);

    @Message("Save anyway? Until the endpoint answers, prompts are treated as chosen for a missing verdict.")
    String saveAnyway();

    @Message("Save")
    String save();

    @Message("Test now")
    String test();

    @Message("Text to check")
    String testText();

    @Message("What is the highest mountain of Japan?")
    String testExample();

    @Message("Uses the saved settings and stores nothing.")
    String testHint();

    @Message("not flagged")
    String clean();

    @Message("flagged")
    String flagged();

    @Message("Setting")
    String setting();

    @Message("Value")
    String value();

    @Message("No complete response within the timeout.")
    String tooLate();

    @Message("Go to conversations")
    String toConversations();

    @Message("No moderation endpoint has been given yet.")
    String noEndpoint();

    @Message("is required where moderation is enabled")
    String endpointNeeded();
}
