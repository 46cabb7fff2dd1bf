package org.dohyo.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's front: navigation, sign-in, dashboard. */
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

    @Message("Overview")
    String overview();

    @Message("Votes")
    String votes();

    @Message("Benchmark runs")
    String runs();

    @Message("Users")
    String users();

    @Message("Audit trail")
    String auditTrail();

    @Message("Pages of the desk")
    String deskPages();

    @Message("Battles within 24 hours")
    String battlesToday();

    @Message("Votes within 24 hours")
    String votesToday();

    @Message("Battles that stream now")
    String streaming();

    @Message("Longest wait for the log")
    String jobLag();

    @Message("s")
    String seconds();

    @Message("Last snapshot")
    String lastSnapshot();

    @Message("none")
    String none();

    @Message("Endpoints within the last hour")
    String endpoints();

    @Message("Answered")
    String answered();

    @Message("Failed")
    String failedCalls();

    @Message("Success")
    String success();

    @Message("First token")
    String firstToken();

    @Message("Whole answer")
    String whole();

    @Message("Last error")
    String lastError();

    @Message("Left out; tried again at")
    String outUntil();

    @Message("ms")
    String millis();

    @Message("No calls yet.")
    String noCalls();

    @Message("Nothing answered.")
    String nothingFound();

    @Message("Add")
    String add();

    @Message("Added")
    String added();

    @Message("Saved.")
    String saved();

    @Message("Sure?")
    String sure();

    @Message("Working…")
    String working();

    @Message("The server can't be reached.")
    String lost();

    @Message("Change the secret key")
    String rotate();

    @Message("Encrypts all stored endpoint keys anew. With a key file the old key is forgotten.")
    String rotateHint();

    @Message("Encrypted anew:")
    String rotated();

    @Message("Security")
    String security();

    @Message("Conversations")
    String conversations();

    @Message("Categories")
    String categories();

    @Message("Terms")
    String terms();

    @Message("Flagged conversations that wait")
    String openConversations();
}
