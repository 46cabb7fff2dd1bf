package org.dohyo.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around every page. */
@MessageBundle("web")
public interface WebMessages {

    @Message("Skip to the content")
    String skip();

    @Message("Main")
    String navigation();

    @Message("Menu")
    String menu();

    @Message("Battle")
    String battle();

    @Message("Leaderboard")
    String leaderboard();

    @Message("Benchmarks")
    String benchmarks();

    @Message("My battles")
    String mine();

    @Message("Terms")
    String terms();

    @Message("Method")
    String method();

    @Message("Language")
    String language();

    @Message("Theme: system")
    String themeAuto();

    @Message("Theme: light")
    String themeLight();

    @Message("Theme: dark")
    String themeDark();

    @Message("Apache License 2.0")
    String license();

    @Message("Data")
    String data();

    @Message("Leaderboard as JSON")
    String json();

    @Message("Leaderboard as CSV")
    String csv();

    @Message("Vote log")
    String log();

    @Message("Page not found")
    String noPage();

    @Message("The address may be mistyped, or the page may have moved.")
    String noPageHelp();

    @Message("You can't view this page")
    String notAllowed();

    @Message("Your account doesn't have the necessary rights.")
    String notAllowedHelp();

    @Message("Something went wrong")
    String broken();

    @Message("This is not your fault, and your votes are safe. Please try again in a moment.")
    String brokenHelp();

    @Message("The arena will be back shortly")
    String away();

    @Message("It can't reach its data right now. Nothing is lost: reload this page in a few seconds.")
    String awayHelp();

    @Message("The request was not understood")
    String notUnderstood();

    @Message("Please check the address, or continue from here.")
    String notUnderstoodHelp();

    @Message("Start a battle")
    String startBattle();

    @Message("View the leaderboard")
    String toLeaderboard();
}
