package org.dohyo.model.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.dohyo.model.Model;
import org.dohyo.model.ModelRevision;
import org.dohyo.provider.Protocol;

/**
 * A model as shown to admins and recorded in the audit trail: everything except the keys.
 *
 * @param name the true name, also of a model under a code name
 * @param codeName the name under which the public knows the model until it is published, or null
 */
public record ModelView(String slug, String name, String organization, String license, Boolean openWeights, String link,
        List<String> aliases, List<String> nameExceptions, String codeName, String protocol, String baseUrl,
        String modelId, boolean hasApiKey,
        boolean hasCredentials, String systemPrompt, Map<String, Object> parameters, int revision, double weight,
        Integer boostUntilVotes, List<String> onlyAgainst, Instant activeFrom, Instant activeTo,
        Integer requestsPerMinute,
        Integer concurrentRequests,
        Long monthlyRequests, Long monthlyTokens, boolean enabled, Instant retiredAt, Instant createdAt) {

    /** True for a model at an endpoint, neither scripted nor known by its history only. */
    boolean asked() {
        return protocol != null && !Protocol.DEMO.label().equals(protocol);
    }

    static ModelView of(Model model, ModelRevision version) {
        Model.Unpublished hidden = model.unpublished;
        Model.Unpublished facts = hidden == null
                ? new Model.Unpublished(model.name, model.organization, model.license, model.openWeights, model.link)
                : hidden;
        return new ModelView(model.slug, facts.name(), facts.organization(), facts.license(), facts.openWeights(),
                facts.link(), List.of(model.aliases), List.of(model.nameExceptions),
                hidden == null ? null : model.name, model.protocol, model.baseUrl,
                version == null ? null : version.endpointModel, model.apiKeyCipher != null,
                model.credentialsCipher != null, version == null ? null : version.systemPrompt,
                version == null ? Map.of() : version.parameters, model.revision, model.weight, model.boostUntil,
                List.of(model.onlyAgainst), model.activeFrom, model.activeTo, model.requestsPerMinute,
                model.concurrentRequests,
                model.monthlyRequests, model.monthlyTokens, model.enabled, model.retiredAt, model.createdAt);
    }
}
