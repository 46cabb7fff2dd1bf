package org.dohyo.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.dohyo.model.secret.EncryptedValues;
import org.dohyo.model.secret.Secrets;

/** The API keys and AWS credentials of all models. */
@ApplicationScoped
class ModelKeys implements EncryptedValues {

    private final Model.Repository models;
    private final Secrets secrets;

    ModelKeys(Model.Repository models, Secrets secrets) {
        this.models = models;
        this.secrets = secrets;
    }

    @Override
    public int reencrypt() {
        return models.find("apiKeyCipher is not null or credentialsCipher is not null order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE).stream().mapToInt(this::reencrypt).sum();
    }

    private int reencrypt(Model model) {
        int count = 0;
        if (model.apiKeyCipher != null) {
            model.apiKeyCipher = secrets.reencrypt(model.apiKeyCipher, model.apiKeyPlace());
            count++;
        }
        if (model.credentialsCipher != null) {
            model.credentialsCipher = secrets.reencrypt(model.credentialsCipher, model.credentialsPlace());
            count++;
        }
        return count;
    }
}
