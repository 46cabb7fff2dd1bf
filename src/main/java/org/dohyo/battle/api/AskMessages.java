package org.dohyo.battle.api;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the battle page asks around a prompt: consent, models by name, flags. */
@MessageBundle("ask")
public interface AskMessages {

    @Message("$1 characters left.")
    String left();

    @Message("$1 characters too long. Nothing has been cut off.")
    String tooLong();

    @Message("Choose the models yourself")
    String named();

    @Message("Both are named from the start, so such a battle can't be voted on and is never ranked.")
    String namedHelp();

    @Message("Hidden, drawn at random")
    String namedNone();

    @Message("You chose these models: there is no vote, and nothing is ranked.")
    String namedNote();

    @Message("Both answers are finished. You can send a follow-up.")
    String namedDone();

    @Message("Flag")
    String flag();

    @Message("Flag answer")
    String flagTitle();

    @Message("What is wrong with it?")
    String flagWhy();

    @Message("It is harmful")
    String flagHarmful();

    @Message("It contains personal data")
    String flagPersonal();

    @Message("It is broken or unreadable")
    String flagBroken();

    @Message("Something else")
    String flagOther();

    @Message("More, if you like")
    String flagText();

    @Message("Send to the admin")
    String flagSend();

    @Message("Cancel")
    String flagCancel();

    @Message("Thank you. The admin can see it now.")
    String flagged();

    @Message("Before your first prompt")
    String consent();

    @Message("Your prompts, the answers and your votes are stored.")
    String consent1();

    @Message("Votes are published as anonymous entries of a vote log, without prompts and answers.")
    String consent2();

    @Message("You can delete all of your data at any time; the anonymous entries stay.")
    String consent3();

    @Message("Please write no personal data into prompts: they go to the operators of two models.")
    String consent4();

    @Message("Read the terms")
    String consentTerms();

    @Message("Agree and send")
    String consentYes();

    @Message("Not now")
    String consentNo();

    @Message("The terms have changed meanwhile. Please reload the page and read them; your prompt is kept.")
    String errTerms();

    @Message("The people who run this arena have erased the texts of this battle.")
    String erased();
}
