package org.dohyo.model.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the members of a model are called at the desk. */
@MessageBundle("field")
public interface FieldMessages {

    @Message("Name")
    String name();

    @Message("Slug")
    String slug();

    @Message("Protocol")
    String protocol();

    @Message("Weight")
    String weight();

    @Message("Base URL")
    String baseUrl();

    @Message("Model at the endpoint")
    String modelId();

    @Message("API key (if needed)")
    String apiKey();

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
}
