package org.dohyo.moderation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The messages to voters about prompts that moderation refused or marked. */
@MessageBundle("prompted")
public interface PromptMessages {

    @Message("This prompt was not sent to any model because it was flagged for {what}. It is still in the box, so you can change it.")
    String refused(String what);

    @Message("Prompts can't be checked at the moment, so this one was not sent. It is still in the box.")
    String unchecked();

    @Message("This prompt was marked for {what}. The people who run this arena may read the conversation.")
    String marked(String what);

    /** Follows {@link #refused}, so where a language sets sentences apart it begins with a space. */
    @Message(" If you are in distress, please talk to somebody you trust or to a local help line.")
    String help();

    @Message("You have sent too many prompts within a minute. This one is still in the box.")
    String tooMany();

    @Message("harassment")
    String harassment();

    @Message("hate")
    String hate();

    @Message("illegal acts")
    String illicit();

    @Message("self-harm")
    String selfHarm();

    @Message("sexual content")
    String sexual();

    @Message("violence")
    String violence();

    @Message("content not allowed here")
    String other();

    @Message(", ")
    String comma();
}
