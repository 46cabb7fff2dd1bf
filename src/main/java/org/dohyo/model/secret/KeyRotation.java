package org.dohyo.model.secret;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.account.Audit;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Changes the secret key and re-encrypts every stored value. After a crash at any point all values can still be
 * decrypted and the rotation can be repeated.
 */
@ApplicationScoped
class KeyRotation {

    private final List<EncryptedValues> rooms;
    private final Secrets secrets;
    private final Audit audit;

    KeyRotation(@All List<EncryptedValues> rooms, Secrets secrets, Audit audit) {
        this.rooms = rooms;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** @param secrets the number of values that were re-encrypted */
    record Rotated(int secrets) {
    }

    Rotated rotate(String who) {
        secrets.renew();
        Rotated rotated = QuarkusTransaction.requiringNew().call(() -> reencryptAll(who));
        secrets.forgetOldKeys();
        return rotated;
    }

    private Rotated reencryptAll(String who) {
        Rotated rotated = new Rotated(rooms.stream().mapToInt(EncryptedValues::reencrypt).sum());
        audit.record(who, "rotate", "secrets", null, rotated);
        return rotated;
    }
}
