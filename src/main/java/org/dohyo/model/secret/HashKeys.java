package org.dohyo.model.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Keyed hashes (HMAC-SHA-256). Each purpose has a random key of its own, made on first use, stored encrypted and the
 * same on all replicas.
 */
@ApplicationScoped
public class HashKeys implements KeyedHashes, EncryptedValues {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Logger LOG = Logger.getLogger(HashKeys.class);

    private final HashKey.Repository keys;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<String, Optional<SecretKeySpec>> opened = new ConcurrentHashMap<>();

    HashKeys(HashKey.Repository keys, Secrets secrets, Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> hash(String purpose, String text) {
        return opened.computeIfAbsent(purpose, this::open).map(key -> hash(key, text));
    }

    private static byte[] hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a text can't be hashed", e);
        }
    }

    private Optional<SecretKeySpec> open(String purpose) {
        // In a transaction of its own: a key that is in memory must be stored, whatever becomes of the caller's.
        byte[] stored = QuarkusTransaction.requiringNew().call(() -> keys.secret(purpose).orElseGet(() -> {
            keys.offer(purpose, secrets.encrypt(Secrets.freshKey(), HashKey.place(purpose)), clock.instant());
            return keys.secret(purpose).orElseThrow();
        }));
        try {
            byte[] key = Base64.getDecoder().decode(secrets.decrypt(stored, HashKey.place(purpose)).reveal());
            return Optional.of(new SecretKeySpec(key, ALGORITHM));
        } catch (IllegalStateException e) {
            LOG.errorf("Nothing is hashed for \"%s\" until its key can be opened and the application is restarted: %s",
                    purpose, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public int reencrypt() {
        List<HashKey> stored = keys.locked();
        stored.forEach(key -> key.secret = secrets.reencrypt(key.secret, key.place()));
        return stored.size();
    }
}
