package org.dohyo.model.endpoint;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.Model;
import org.dohyo.model.ModelRevision;
import org.dohyo.model.secret.Credentials;
import org.dohyo.model.secret.Secrets;
import org.dohyo.provider.AwsKeys;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.Secret;

/** Creates the endpoint for calling a model's revision; the only place where a stored key is decrypted. */
@ApplicationScoped
public class Endpoints {

    private final Model.Repository models;
    private final ModelRevision.Repository revisions;
    private final Secrets secrets;
    private final Credentials credentials;
    private final CallLimits limits;

    Endpoints(Model.Repository models, ModelRevision.Repository revisions, Secrets secrets, Credentials credentials,
            CallLimits limits) {
        this.models = models;
        this.revisions = revisions;
        this.secrets = secrets;
        this.credentials = credentials;
        this.limits = limits;
    }

    /**
     * The endpoint of that revision for an immediate call, read from the database in the caller's transaction. The call
     * is counted against the model's limits.
     */
    public Endpoint of(long modelId, int revision) {
        Model model = models.findById(modelId);
        limits.take(model);
        return of(model, revision);
    }

    /** As {@link #of(long, int)}, for display or for a test by an admin: nothing is counted. */
    public Endpoint of(Model model, int revision) {
        return of(model, revisions.findById(new ModelRevision.Key(model.id, revision)));
    }

    /** The endpoint of a model and a revision that may not be stored yet. */
    public Endpoint of(Model model, ModelRevision version) {
        return new Endpoint(Protocol.ofLabel(model.protocol), model.baseUrl == null ? null : URI.create(model.baseUrl),
                version.endpointModel, key(model), awsKeys(model), version.systemPrompt, version.parameters,
                // A generator inside this application has no health, and its stream locks the very sink that it is
                // given.
                model.demo() ? null : model.id);
    }

    private Secret key(Model model) {
        return model.apiKeyCipher == null ? Secret.NONE : secrets.decrypt(model.apiKeyCipher, model.apiKeyPlace());
    }

    private AwsKeys awsKeys(Model model) {
        return model.credentialsCipher == null ? AwsKeys.NONE
                : credentials.read(secrets.decrypt(model.credentialsCipher, model.credentialsPlace()));
    }
}
