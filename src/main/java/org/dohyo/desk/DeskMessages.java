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

    @Message("Sign in with {provider}")
    String signInWith(String provider);

    @Message("The identity provider didn’t sign you in. Try again, or ask the people who run this arena.")
    String signOnFailed();

    @Message("With a password of this arena")
    String signInLocally();

    @Message("Sign out")
    String signOut();

    @Message("Name")
    String name();

    @Message("The first account is called admin.")
    String nameHint();

    @Message("Forgot the password? Another admin can set a new one under Users. For the account admin, an operator can start the server with DOHYO_ADMIN_RESET_PASSWORD=true.")
    String forgotten();

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

    @Message("Desk pages")
    String deskPages();

    @Message("First steps")
    String firstSteps();

    @Message("done")
    String stepDone();

    @Message("Add two models, and test them")
    String stepModels();

    @Message("Publish terms of use of your own")
    String stepTerms();

    @Message("Start a battle, and vote")
    String stepVote();

    @Message("Votes left out of a board")
    String omissions();

    @Message("A board could not use these votes. They count in all other boards, and the log says so. “log:” means that a change of the vote could not be logged and has no effect.")
    String omissionsHint();

    @Message("The vote log was set back")
    String setBack();

    @Message("The log had {had} entries and has {has} now.")
    String setBackLost(long had, long has);

    @Message("The log has other entries than before.")
    String setBackOther();

    @Message("Last seen:")
    String lastSeen();

    @Message("The witness {witness} has signed {seen} entries; the log has {has}.")
    String witnessAhead(String witness, long seen, long has);

    @Message("The witness {witness} has signed entries that this log doesn’t have.")
    String witnessDisagrees(String witness);

    @Message("If this log lacks nothing and the witness is wrong, ignore it: it is no longer asked to sign, and what it says does not stop the signing.")
    String witnessWrong();

    @Message("Ignore {witness}")
    String ignoreWitness(String witness);

    @Message("Ignored witnesses")
    String ignoredWitnesses();

    @Message("They are not asked to sign, and what they say does not stop the signing.")
    String ignoredHint();

    @Message("Ask {witness} again")
    String heedWitness(String witness);

    @Message("The database is an older copy of itself, such as a restored backup, or another one. Votes that were cast since are missing; who has kept a copy of the public log can show which. Until this is acknowledged, votes are taken and counted, but neither promises nor checkpoints are signed.")
    String setBackHint();

    @Message("Continue with the log as it is")
    String acknowledge();

    @Message("Many votes are not being counted")
    String uncounted();

    @Message("{uncounted} of the last {votes} votes are not counted. Reason: {votes:why(reason)}.")
    String uncountedNow(long uncounted, long votes, String reason);

    @Message("Before that it was {percent}% of {votes}.")
    String uncountedBefore(String percent, long votes);

    @Message("If the fault is in the check and not in the votes, honest votes are missing from the leaderboard.")
    String uncountedHint();

    @Message("Votes that are not counted")
    String uncountedList();

    @Message("Many votes can’t be checked")
    String checksFail();

    @Message("A check of {failed} of the last {votes} votes could not run: {#switch reason}{#case 'network-unknown'}their network is unknown{#case 'evidence-unreadable'}the evidence could not be read{#else}{reason}{/switch}.")
    String checksFailNow(long failed, long votes, String reason);

    @Message("These votes count. Until the checks run again, votes that don’t come from people who judge answers may go unnoticed.")
    String checksFailHint();

    @Message("Suspicious votes awaiting a review: {number}")
    String quarantined(long number);

    @Message("Battles in the last 24 hours")
    String battlesToday();

    @Message("Votes in the last 24 hours")
    String votesToday();

    @Message("Battles answering now")
    String streaming();

    @Message("Oldest vote not yet logged")
    String jobLag();

    @Message("s")
    String seconds();

    @Message("Latest leaderboard update")
    String lastSnapshot();

    @Message("none")
    String none();

    @Message("Endpoints in the last hour")
    String endpoints();

    @Message("Answered")
    String answered();

    @Message("Failed")
    String failedCalls();

    @Message("Success")
    String success();

    @Message("First token")
    String firstToken();

    @Message("Full answer")
    String whole();

    @Message("Last error")
    String lastError();

    @Message("Excluded from battles; next retry at")
    String outUntil();

    @Message("ms")
    String millis();

    @Message("No calls yet.")
    String noCalls();

    @Message("No servers found.")
    String nothingFound();

    @Message("Add")
    String add();

    @Message("Added")
    String added();

    @Message("Saved.")
    String saved();

    @Message("Are you sure?")
    String sure();

    @Message("Working…")
    String working();

    @Message("The server can't be reached.")
    String lost();

    @Message("Cancelled.")
    String cancelled();

    @Message("Rotate the secret key")
    String rotate();

    @Message("Re-encrypts all stored endpoint keys. With a key file, the old key is deleted.")
    String rotateHint();

    @Message("Keys re-encrypted:")
    String rotated();

    @Message("Security")
    String security();

    @Message("Conversations")
    String conversations();

    @Message("Categories")
    String categories();

    @Message("Terms")
    String terms();

    @Message("Open reports")
    String openConversations();
}
