package org.dohyo.model.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.dohyo.provider.Secret;
import org.dohyo.support.embedded.DataConfig;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;

/**
 * Encrypts stored values that must be decrypted again. Each text is bound to its place, so that a ciphertext copied to
 * another row can't be decrypted there.
 */
@ApplicationScoped
public class Secrets {

    private static final int KEY_BYTES = 32;
    private static final int KEY_ID = 1;

    private final Optional<String> configured;
    private final Path directory;
    private volatile List<Aead> keys;

    @Inject
    Secrets(SecretConfig config, DataConfig data) {
        this(config.key(), data.dir());
    }

    Secrets(Optional<String> key, Path directory) {
        this.configured = key;
        this.directory = directory;
        this.keys = read();
    }

    private List<Aead> read() {
        String text = configured.orElseGet(() -> KeyFile.in(directory).read());
        return Arrays.stream(text.trim().split("[,\\s]+")).map(key -> aead(Base64.getDecoder().decode(key))).toList();
    }

    /** Encrypts with the first key. */
    public byte[] encrypt(String text, String place) {
        try {
            return keys.get(0).encrypt(text.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret can't be encrypted", e);
        }
    }

    /** Tries all keys, because there are two during a rotation. */
    public Secret decrypt(byte[] cipher, String place) {
        for (Aead key : keys) {
            try {
                return new Secret(new String(key.decrypt(cipher, place.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                // Encrypted with another key, or not valid at all.
                continue;
            }
        }
        throw new IllegalStateException("a stored secret can't be opened: was the secret key changed?");
    }

    /** The same text, encrypted with the first key. */
    public byte[] reencrypt(byte[] cipher, String place) {
        return encrypt(decrypt(cipher, place).reveal(), place);
    }

    /**
     * Puts a new key first in the key file. A key from the environment is changed by the operator: the new one first,
     * then a comma and the old one.
     */
    void renew() {
        if (configured.isEmpty()) {
            KeyFile.in(directory).add(freshKey());
            keys = read();
        }
    }

    /** Deletes all keys of the key file except the first. */
    void forgetOldKeys() {
        if (configured.isEmpty()) {
            KeyFile.in(directory).keepFirst();
            keys = read();
        }
    }

    static String freshKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Aead aead(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("the secret key must be 32 bytes in base64");
        }
        try {
            // The key's own class, not the keyset registry: that one needs a newer protobuf than the platform brings.
            return AesGcmJce.create(AesGcmKey.builder().setParameters(parameters())
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .setIdRequirement(KEY_ID).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret key can't be used", e);
        }
    }

    private static AesGcmParameters parameters() throws GeneralSecurityException {
        return AesGcmParameters.builder().setKeySizeBytes(KEY_BYTES).setIvSizeBytes(12).setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK).build();
    }
}
