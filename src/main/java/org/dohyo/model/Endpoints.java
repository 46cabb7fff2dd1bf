package org.dohyo.model;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.Secret;

/** Makes the endpoint that a model's revision is called with; the only place where a stored key is opened. */
@ApplicationScoped
public class Endpoints {

    private final Model.Repository models;
    private final ModelRevision.Repository revisions;
    private final Secrets secrets;

    Endpoints(Model.Repository models, ModelRevision.Repository revisions, Secrets secrets) {
        this.models = models;
        this.revisions = revisions;
        this.secrets = secrets;
    }

    /** The endpoint of that revision, read from the database in the caller's transaction. */
    public Endpoint of(long modelId, int revision) {
        Model model = models.findById(modelId);
        ModelRevision version = revisions.findById(new ModelRevision.Key(modelId, revision));
        return new Endpoint(Protocol.ofLabel(model.protocol), model.baseUrl == null ? null : URI.create(model.baseUrl),
                version.endpointModel, key(model), version.systemPrompt, version.parameters);
    }

    private Secret key(Model model) {
        return model.apiKeyCipher == null ? Secret.NONE : secrets.decrypt(model.apiKeyCipher, model.apiKeyPlace());
    }
}
