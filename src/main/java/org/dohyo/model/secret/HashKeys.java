package org.dohyo.model.secret;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.support.Hashes;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Keyed hashes (HMAC-SHA-256). Each purpose has a random key of its own, made on first use, stored encrypted and the
 * same on all replicas.
 */
@ApplicationScoped
public class HashKeys implements KeyedHashes, EncryptedValues {

    private static final Logger LOG = Logger.getLogger(HashKeys.class);

    private final HashKey.Repository keys;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<String, Optional<byte[]>> opened = new ConcurrentHashMap<>();

    HashKeys(HashKey.Repository keys, Secrets secrets, Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> hash(String purpose, String text) {
        return opened.computeIfAbsent(purpose, this::open)
                .map(key -> Hashes.hmacSha256(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<byte[]> open(String purpose) {
        // In a transaction of its own: a key that is in memory must be stored, whatever becomes of the caller's.
        byte[] stored = QuarkusTransaction.requiringNew().call(() -> keys.secret(purpose).orElseGet(() -> {
            keys.offer(purpose, secrets.encrypt(Secrets.freshKey(), HashKey.place(purpose)), clock.instant());
            return keys.secret(purpose).orElseThrow();
        }));
        try {
            return Optional.of(Base64.getDecoder().decode(secrets.decrypt(stored, HashKey.place(purpose)).reveal()));
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
