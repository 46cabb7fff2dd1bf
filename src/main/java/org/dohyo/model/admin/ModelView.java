package org.dohyo.model.admin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.dohyo.model.Model;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.ModelRevision;
import org.dohyo.provider.Protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A model as the admin sees it, and as the audit trail keeps it: everything but the keys. Its JSON has the members of
 * all parts at one level, in this order.
 */
public record ModelView(String slug, @JsonUnwrapped Facts facts, @JsonUnwrapped Access access,
        @JsonUnwrapped Answers answers, @JsonUnwrapped Matchmaking matchmaking, @JsonUnwrapped Limits limits,
        @JsonUnwrapped State state, @JsonUnwrapped Costs costs) {

    /**
     * @param name the true name, also of a model under a code name
     * @param codeName the name under which the public knows the model until it is published, or null
     */
    public record Facts(String name, String organization, String license, Boolean openWeights, String link,
            List<String> aliases, List<String> nameExceptions, String codeName) {

        static Facts of(Model model) {
            Model.Unpublished hidden = model.unpublished;
            List<String> aliases = List.of(model.aliases);
            List<String> exceptions = List.of(model.nameExceptions);
            return hidden == null
                    ? new Facts(model.name, model.organization, model.license, model.openWeights, model.link, aliases,
                            exceptions, null)
                    : new Facts(hidden.name(), hidden.organization(), hidden.license(), hidden.openWeights(),
                            hidden.link(), aliases, exceptions, model.name);
        }
    }

    /**
     * How the model is reached.
     *
     * @param protocol null for a model that is known from imported votes alone
     * @param modelId the model's name at the endpoint
     */
    public record Access(String protocol, String baseUrl, String modelId, boolean hasApiKey, boolean hasCredentials) {
    }

    /** What its answers depend on; a change of it is a new revision. */
    public record Answers(String systemPrompt, Map<String, Object> parameters, int revision) {
    }

    public record Matchmaking(double weight, Integer boostUntilVotes, List<String> onlyAgainst, Instant activeFrom,
            Instant activeTo) {
    }

    /** Null stands for no limit; {@code concurrentRequests} concerns runs of benchmarks alone. */
    public record Limits(Integer requestsPerMinute, Integer concurrentRequests, Long monthlyRequests,
            Long monthlyTokens) {
    }

    public record State(boolean enabled, Instant retiredAt, Instant createdAt) {
    }

    /**
     * What the model costs and how much it reads.
     *
     * @param contextWindow in tokens; null if unknown
     * @param price in force; null if unknown
     * @param prices all entries, the newest first
     */
    public record Costs(Integer contextWindow, Price price, List<Price> prices) {

        static Costs of(Model model, List<ModelPrice> prices) {
            List<Price> all = prices.stream().map(Price::of).toList();
            return new Costs(model.contextWindow, all.isEmpty() ? null : all.get(0), all);
        }
    }

    /** A price for a million tokens. Its JSON has the members of a request, so that a file can be compared with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Price(LocalDate since, String currency, BigDecimal input, BigDecimal output, String source) {

        static Price of(ModelPrice price) {
            return new Price(price.since, price.currency, plain(price.input), plain(price.output), price.source);
        }

        private static BigDecimal plain(BigDecimal amount) {
            BigDecimal stripped = amount.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /**
     * @param version the model's newest revision; null if it has none
     * @param prices the newest first
     */
    static ModelView of(Model model, ModelRevision version, List<ModelPrice> prices) {
        return new ModelView(model.slug, Facts.of(model),
                new Access(model.protocol, model.baseUrl, version == null ? null : version.endpointModel,
                        model.apiKeyCipher != null, model.credentialsCipher != null),
                version == null ? new Answers(null, Map.of(), model.revision)
                        : new Answers(version.systemPrompt, version.parameters, model.revision),
                new Matchmaking(model.weight, model.boostUntil, List.of(model.onlyAgainst), model.activeFrom,
                        model.activeTo),
                new Limits(model.requestsPerMinute, model.concurrentRequests, model.monthlyRequests,
                        model.monthlyTokens),
                new State(model.enabled, model.retiredAt, model.createdAt), Costs.of(model, prices));
    }

    /** True for a model at an endpoint, neither scripted nor known by its history only. */
    boolean asked() {
        return access.protocol != null && !Protocol.DEMO.label().equals(access.protocol);
    }

    /** True if the model can be called: it has an endpoint and isn't retired. */
    public boolean callable() {
        return access.protocol != null && state.retiredAt == null;
    }
}
