package org.dohyo.model.secret;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The encryption of stored endpoint keys. */
@ConfigMapping(prefix = "dohyo.secret")
interface SecretConfig {

    /**
     * 32 random bytes in base64 that encrypt stored keys, those of endpoints and of the log; without it, the file
     * {@code secret.key} in {@code dohyo.data.dir}. Every replica needs the same key. During a rotation, the new and
     * the old key with a comma between them.
     */
    Optional<String> key();
}
