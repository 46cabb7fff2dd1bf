package org.dohyo.model.secret;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.dohyo.account.Audit;
import org.dohyo.model.Model;
import org.dohyo.moderation.Moderation;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Encrypts every stored secret anew. A crash at any point leaves secrets that can be opened, and can be followed by another
 * try.
 */
@ApplicationScoped
class KeyRotation {

    private final Model.Repository models;
    private final Moderation.Repository moderation;
    private final Secrets secrets;
    private final Audit audit;

    KeyRotation(Model.Repository models, Moderation.Repository moderation, Secrets secrets, Audit audit) {
        this.models = models;
        this.moderation = moderation;
        this.secrets = secrets;
        this.audit = audit;
    }

    record Rotated(int secrets) {
    }

    Rotated rotate(String who) {
        secrets.renew();
        Rotated rotated = QuarkusTransaction.requiringNew().call(() -> again(who));
        secrets.forgetOldKeys();
        return rotated;
    }

    private Rotated again(String who) {
        int count = 0;
        List<Model> locked = models.find("apiKeyCipher is not null or credentialsCipher is not null order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
        for (Model model : locked) {
            if (model.apiKeyCipher != null) {
                model.apiKeyCipher = again(model.apiKeyCipher, model.apiKeyPlace());
                count++;
            }
            if (model.credentialsCipher != null) {
                model.credentialsCipher = again(model.credentialsCipher, model.credentialsPlace());
                count++;
            }
        }
        Moderation asked = moderation.locked();
        if (asked.apiKeyCipher != null) {
            asked.apiKeyCipher = again(asked.apiKeyCipher, Moderation.KEY_PLACE);
            count++;
        }
        audit.record(who, "rotate", "secrets", null, new Rotated(count));
        return new Rotated(count);
    }

    private byte[] again(byte[] cipher, String place) {
        return secrets.encrypt(secrets.decrypt(cipher, place).reveal(), place);
    }
}
