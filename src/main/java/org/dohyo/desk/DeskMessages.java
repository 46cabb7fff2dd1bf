package org.dohyo.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The desk's words. */
@MessageBundle("desk")
public interface DeskMessages {

    @Message("Desk")
    String title();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Name")
    String name();

    @Message("Password")
    String password();

    @Message("Set the admin's password")
    String setupTitle();

    @Message("This link works once. Choose a password of at least 12 characters for the user admin.")
    String setupHint();

    @Message("New password")
    String newPassword();

    @Message("Set password and sign in")
    String setPassword();

    @Message("Models")
    String models();

    @Message("Add a model")
    String addModel();

    @Message("Slug")
    String slug();

    @Message("Protocol")
    String protocol();

    @Message("Weight")
    String weight();

    @Message("State")
    String state();

    @Message("enabled")
    String enabled();

    @Message("paused")
    String paused();

    @Message("retired")
    String retired();

    @Message("Base URL")
    String baseUrl();

    @Message("Model at the endpoint")
    String modelId();

    @Message("API key (if needed)")
    String apiKey();

    @Message("Test now")
    String test();

    @Message("Pause")
    String pause();

    @Message("Enable")
    String enable();

    @Message("Retire")
    String retire();

    @Message("The model leaves all new battles for good. Its history stays.")
    String retireHint();
}
