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

    @Message("Health")
    String health();

    @Message("No calls yet.")
    String noCalls();

    @Message("Look for local models")
    String findLocal();

    @Message("Asks the usual ports of Ollama, llama.cpp, vLLM, TGI and LM Studio on this machine.")
    String findLocalHint();

    @Message("Nothing answered.")
    String nothingFound();

    @Message("Add")
    String add();

    @Message("Added")
    String added();

    @Message("List its models")
    String listModels();

    @Message("AWS credentials")
    String credentials();

    @Message("Access key ID")
    String accessKeyId();

    @Message("Secret access key")
    String secretAccessKey();

    @Message("Session token (temporary keys)")
    String sessionToken();

    @Message("Region")
    String region();

    @Message("Stored keys are never shown. Leave empty to keep them.")
    String keyKept();

    @Message("Empty for the vendor's own")
    String ownUrl();

    @Message("Organisation")
    String organization();

    @Message("Licence")
    String license();

    @Message("Open weights")
    String openWeights();

    @Message("Link")
    String link();

    @Message("Aliases, one a line")
    String aliases();

    @Message("Names by which an answer may give the model away.")
    String aliasesHint();

    @Message("System prompt")
    String systemPrompt();

    @Message("Parameters (JSON)")
    String parameters();

    @Message("After votes a change here makes a new, visible revision.")
    String answersHint();

    @Message("Draw five times as often until so many votes")
    String boost();

    @Message("Only against these slugs, one a line")
    String onlyAgainst();

    @Message("Active from")
    String activeFrom();

    @Message("Active to")
    String activeTo();

    @Message("Code name")
    String codeName();

    @Message("Known by this name alone until it is emptied. The slug stays public.")
    String codeNameHint();

    @Message("Requests a minute")
    String perMinute();

    @Message("Requests of benchmark runs at once")
    String concurrentRequests();

    @Message("Requests a month")
    String monthlyRequests();

    @Message("Tokens a month")
    String monthlyTokens();

    @Message("Used this month")
    String used();

    @Message("requests")
    String requests();

    @Message("tokens")
    String tokens();

    @Message("Facts")
    String facts();

    @Message("Endpoint")
    String endpointPart();

    @Message("Answers")
    String answersPart();

    @Message("Matchmaking")
    String matchmaking();

    @Message("Limits")
    String limits();

    @Message("Save")
    String save();

    @Message("Saved.")
    String saved();

    @Message("Revision")
    String revision();

    @Message("Voter")
    String voter();

    @Message("Exclude")
    String exclude();

    @Message("Restore")
    String restore();

    @Message("Reason (public)")
    String reason();

    @Message("excluded")
    String excluded();

    @Message("withdrawn")
    String withdrawn();

    @Message("counted")
    String countedVote();

    @Message("not counted")
    String notCounted();

    @Message("Only excluded votes")
    String onlyExcluded();

    @Message("All votes")
    String allVotes();

    @Message("Older")
    String older();

    @Message("No votes here.")
    String noVotes();

    @Message("imported")
    String imported();

    @Message("Role")
    String role();

    @Message("admin")
    String admin();

    @Message("moderator")
    String moderator();

    @Message("reader")
    String reader();

    @Message("Readers look, moderators also exclude and restore votes, admins do everything.")
    String roleHint();

    @Message("Open sessions")
    String openSessions();

    @Message("End sessions")
    String endSessions();

    @Message("Disable")
    String disable();

    @Message("disabled")
    String disabled();

    @Message("active")
    String active();

    @Message("Add a user")
    String addUser();

    @Message("Change role")
    String makeRole();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("Nothing was changed yet.")
    String noEntries();

    @Message("Changes")
    String changes();

    @Message("Retire this model for good?")
    String confirmRetire();

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

    @Message("better:")
    String winner();

    @Message("tie")
    String tie();

    @Message("both bad")
    String bothBad();

    @Message("Field")
    String field();

    @Message("Conversation")
    String conversation();

    @Message("An imported vote has no texts, and erased ones are gone.")
    String noConversation();
}
