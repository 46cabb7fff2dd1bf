package org.dohyo.model;

import java.time.Instant;
import java.util.Map;

/** A model as the admin sees it, and as the audit trail keeps it: everything but the key. */
public record ModelView(String slug, String name, String organization, String license, boolean openWeights,
        String protocol, String baseUrl, String modelId, boolean hasApiKey, String systemPrompt,
        Map<String, Object> parameters, int revision, double weight, boolean enabled, Instant retiredAt,
        Instant createdAt) {

    static ModelView of(Model model, ModelRevision version) {
        return new ModelView(model.slug, model.name, model.organization, model.license, model.openWeights, model.protocol,
                model.baseUrl, version == null ? null : version.endpointModel, model.apiKeyCipher != null,
                version == null ? null : version.systemPrompt, version == null ? Map.of() : version.parameters,
                model.revision, model.weight, model.enabled, model.retiredAt, model.createdAt);
    }
}
