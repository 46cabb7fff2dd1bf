package org.dohyo.moderation;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.secret.EncryptedValues;
import org.dohyo.model.secret.Secrets;

/** The API key of the moderation endpoint. */
@ApplicationScoped
class ModerationKey implements EncryptedValues {

    private final Moderation.Repository settings;
    private final Secrets secrets;

    ModerationKey(Moderation.Repository settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    @Override
    public int reencrypt() {
        Moderation moderation = settings.locked();
        if (moderation.apiKeyCipher == null) {
            return 0;
        }
        moderation.apiKeyCipher = secrets.reencrypt(moderation.apiKeyCipher, Moderation.KEY_PLACE);
        return 1;
    }
}
