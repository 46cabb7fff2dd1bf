package org.dohyo.model.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.dohyo.model.Model;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.ModelRevision;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The JSON of a model is a public interface, and the audit trail keeps it. */
class ModelViewTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static Model model() {
        Model model = new Model();
        model.slug = "m";
        model.name = "M";
        model.createdAt = Instant.parse("2026-11-27T12:00:00Z");
        return model;
    }

    private static ModelPrice price(String since, String input, String source) {
        ModelPrice price = new ModelPrice();
        price.since = LocalDate.parse(since);
        price.currency = "USD";
        price.input = new BigDecimal(input);
        price.output = new BigDecimal("10.000000");
        price.source = source;
        return price;
    }

    @Test
    void modelFromImportedVotes_isFlat_inAFixedOrder() throws Exception {
        assertThat(JSON.writeValueAsString(ModelView.of(model(), null, List.of()))).isEqualTo(
                """
                        {"slug":"m","name":"M","organization":"","license":"","openWeights":null,"link":null,"aliases":[],"nameExceptions":[],\
                        "codeName":null,"protocol":null,"baseUrl":null,"modelId":null,"hasApiKey":false,"hasCredentials":false,\
                        "systemPrompt":null,"parameters":{},"revision":1,"weight":1.0,"boostUntilVotes":null,"onlyAgainst":[],\
                        "activeFrom":null,"activeTo":null,"requestsPerMinute":null,"concurrentRequests":null,\
                        "monthlyRequests":null,"monthlyTokens":null,"enabled":false,"retiredAt":null,\
                        "createdAt":"2026-11-27T12:00:00Z","contextWindow":null,"price":null,"prices":[]}""");
    }

    @Test
    void modelUnderACodeName_isFlat_inAFixedOrder_withItsTrueFacts() throws Exception {
        Model model = model();
        model.unpublished = new Model.Unpublished("True", "Org", "MIT", true, "https://models.example/true");
        model.aliases = new String[] { "Verus" };
        model.nameExceptions = new String[] { "Very" };
        model.protocol = "openai";
        model.baseUrl = "https://endpoint.example/v1";
        model.apiKeyCipher = new byte[] { 1 };
        model.credentialsCipher = new byte[] { 2 };
        model.revision = 3;
        model.weight = 2.5;
        model.boostUntil = 100;
        model.onlyAgainst = new String[] { "n" };
        model.activeFrom = Instant.parse("2026-11-28T00:00:00Z");
        model.activeTo = Instant.parse("2026-11-29T00:00:00Z");
        model.requestsPerMinute = 4;
        model.concurrentRequests = 5;
        model.monthlyRequests = 6L;
        model.monthlyTokens = 7L;
        model.contextWindow = 128_000;
        model.enabled = true;
        model.retiredAt = Instant.parse("2026-11-30T00:00:00Z");
        ModelRevision version = new ModelRevision();
        version.endpointModel = "true-1";
        version.systemPrompt = "Be brief.";
        version.parameters = Map.of("temperature", 0.5);
        assertThat(JSON.writeValueAsString(ModelView.of(model, version, List.of(price("2026-10-01", "2.50", null),
                price("2026-01-01", "300", "https://models.example/prices"))))).isEqualTo(
                        """
                                {"slug":"m","name":"True","organization":"Org","license":"MIT","openWeights":true,\
                                "link":"https://models.example/true","aliases":["Verus"],"nameExceptions":["Very"],"codeName":"M","protocol":"openai",\
                                "baseUrl":"https://endpoint.example/v1","modelId":"true-1","hasApiKey":true,"hasCredentials":true,\
                                "systemPrompt":"Be brief.","parameters":{"temperature":0.5},"revision":3,"weight":2.5,\
                                "boostUntilVotes":100,"onlyAgainst":["n"],"activeFrom":"2026-11-28T00:00:00Z",\
                                "activeTo":"2026-11-29T00:00:00Z","requestsPerMinute":4,"concurrentRequests":5,"monthlyRequests":6,\
                                "monthlyTokens":7,"enabled":true,"retiredAt":"2026-11-30T00:00:00Z",\
                                "createdAt":"2026-11-27T12:00:00Z","contextWindow":128000,\
                                "price":{"since":"2026-10-01","currency":"USD","input":2.5,"output":10},\
                                "prices":[{"since":"2026-10-01","currency":"USD","input":2.5,"output":10},\
                                {"since":"2026-01-01","currency":"USD","input":300,"output":10,"source":"https://models.example/prices"}]}""");
    }
}
