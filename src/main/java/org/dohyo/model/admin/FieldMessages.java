package org.dohyo.model.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The names of a model's fields at the desk. */
@MessageBundle("field")
public interface FieldMessages {

    @Message("Name")
    String name();

    @Message("Slug (short name used in addresses)")
    String slug();

    @Message("Protocol")
    String protocol();

    @Message("Sampling weight")
    String weight();

    @Message("Base URL")
    String baseUrl();

    @Message("Model at the endpoint")
    String modelId();

    @Message("Put the system prompt at the head of the first prompt, for models that reject the role “system”")
    String foldSystem();

    @Message("Stop sequences (one per line)")
    String stops();

    @Message("The answer ends before any of them. \\n stands for a line break.")
    String stopsHint();

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

    @Message("Stored keys are never shown. Leave empty to keep the current one.")
    String keyKept();

    @Message("Leave empty to use the vendor's own")
    String ownUrl();

    @Message("Organisation")
    String organization();

    @Message("Licence")
    String license();

    @Message("Open weights")
    String openWeights();

    @Message("Weights")
    String weights();

    @Message("Not known")
    String weightsUnknown();

    @Message("Not open")
    String weightsClosed();

    @Message("Link")
    String link();

    @Message("Aliases, one per line")
    String aliases();

    @Message("Names in an answer that would reveal the model.")
    String aliasesHint();

    @Message("Exceptions, one per line")
    String nameExceptions();

    @Message("Words of its name that give nothing away in an answer.")
    String nameExceptionsHint();

    @Message("System prompt")
    String systemPrompt();

    @Message("Parameters (JSON)")
    String parameters();

    @Message("Changing these after votes creates a new, public revision.")
    String answersHint();

    @Message("Draw five times as often until it has this many votes")
    String boost();

    @Message("Only against these slugs, one per line")
    String onlyAgainst();

    @Message("Active from")
    String activeFrom();

    @Message("Active to")
    String activeTo();

    @Message("Code name")
    String codeName();

    @Message("The public sees only this name until it is emptied. The slug stays public.")
    String codeNameHint();

    @Message("Requests per minute")
    String perMinute();

    @Message("Concurrent benchmark requests")
    String concurrentRequests();

    @Message("Requests per month")
    String monthlyRequests();

    @Message("Tokens per month")
    String monthlyTokens();

    @Message("Context window (tokens)")
    String contextWindow();

    @Message("Price per million tokens")
    String price();

    @Message("The entry of the latest day is in force and public, with its source; under a code name nothing of it is shown. An entry of the same day is replaced.")
    String priceHint();

    @Message("No price has been entered: it is shown as unknown.")
    String priceUnknown();

    @Message("Valid from")
    String priceSince();

    @Message("Currency (ISO code)")
    String currency();

    @Message("Input")
    String inputPrice();

    @Message("Output")
    String outputPrice();

    @Message("Source (link)")
    String priceSource();

    @Message("Enter the price")
    String enterPrice();

    @Message("Delete")
    String deletePrice();

    @Message("Delete this price?")
    String confirmDeletePrice();

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
