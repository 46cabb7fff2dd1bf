package org.dohyo.account.token;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the desk's page for API tokens. */
@MessageBundle("token")
public interface TokenMessages {

    @Message("API tokens")
    String title();

    @Message("A token lets a program, such as a CI job, call the interface without your password. It acts for your account, within the scopes you choose and never beyond your role.")
    String lead();

    @Message("No tokens yet.")
    String none();

    @Message("active")
    String active();

    @Message("expired")
    String expired();

    @Message("revoked")
    String revoked();

    @Message("Made by")
    String madeBy();

    @Message("Expires")
    String expires();

    @Message("Last used")
    String lastUsed();

    @Message("never")
    String never();

    @Message("Revoke")
    String revoke();

    @Message("Revoke this token? Programs that use it stop working at once.")
    String sure();

    @Message("New token")
    String fresh();

    @Message("Name")
    String name();

    @Message("So that you recognise it later, for instance: nightly import.")
    String nameHint();

    @Message("Valid for")
    String validFor();

    @Message("{days} days")
    String days(int days);

    @Message("Scopes")
    String scopes();

    @Message("Choose as few as the program needs.")
    String scopesHint();

    @Message("Create token")
    String create();

    @Message("Copy the token now. It won’t be shown again:")
    String copyNow();

    @Message("View models and the health of their endpoints")
    String modelsRead();

    @Message("Add, change, test and retire models")
    String modelsWrite();

    @Message("View votes; a moderator’s token also reads their conversations")
    String votesRead();

    @Message("Exclude and restore votes")
    String votesModerate();

    @Message("Import votes")
    String votesImport();

    @Message("Export votes; prompts and answers need an admin")
    String votesExport();

    @Message("Read reported and flagged conversations")
    String conversationsRead();

    @Message("Dismiss reports, erase texts, ban voters")
    String conversationsModerate();

    @Message("View the settings of moderation")
    String moderationRead();

    @Message("Change and test the settings of moderation")
    String moderationWrite();

    @Message("View the rules of categories")
    String categoriesRead();

    @Message("Add and end categories")
    String categoriesWrite();

    @Message("View releases of data; what looks personal in drafts needs an admin")
    String releasesRead();

    @Message("Draft, review, publish and withdraw releases of data")
    String releasesWrite();

    @Message("View the leaderboards of others")
    String yardsticksRead();

    @Message("Import and delete leaderboards of others, and say which models their names are")
    String yardsticksWrite();

    @Message("View the terms of use")
    String termsRead();

    @Message("Draft and publish the terms of use")
    String termsWrite();

    @Message("View benchmark runs, question sets and model names")
    String benchmarksRead();

    @Message("Import results and questions, map model names")
    String benchmarksImport();

    @Message("Start, cancel and retry benchmark runs")
    String benchmarksRun();

    @Message("Recount the leaderboard")
    String leaderboardRefresh();

    @Message("Rotate the encryption key")
    String secretsRotate();

    @Message("View users and their sessions")
    String usersRead();

    @Message("Add and change users, set their passwords: as powerful as an admin")
    String usersWrite();

    @Message("Read the audit trail")
    String auditRead();

    @Message("Read the metrics")
    String metricsRead();

    @Message("Nobody has this name.")
    String noSuchUser();

    @Message("No token of yours has this number.")
    String noSuchToken();

    @Message("Too many unknown tokens from this network. Wait before the next try.")
    String manyUnknown();

    @Message("No API token may make this call: sign in.")
    String notForTokens();

    @Message("The API token {prefix}… lacks the scope {scope}.")
    String scopeMissing(String prefix, String scope);

    @Message("This API token is unknown.")
    String unknownToken();

    @Message("The API token {prefix}… was revoked.")
    String revokedToken(String prefix);

    @Message("The API token {prefix}… expired at {time}.")
    String expiredToken(String prefix, String time);

    @Message("must be one of: {scopes}")
    String scopeUnknown(String scopes);

    @Message("can’t have {scope}, which needs the role {role}")
    String scopeNeedsRole(String scope, String role);
}
