package org.dohyo.account;

import java.time.Duration;

import org.dohyo.support.Hashes;
import org.dohyo.support.Tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.elytron.security.common.BcryptUtil;

/**
 * Checks passwords against bcrypt hashes, and remembers for a minute which of them matched: scripts send theirs with
 * each call, and bcrypt is slow on purpose. Only a digest by a secret of this process is remembered. The hash is part
 * of it, so a changed password is checked from the start. A wrong password is never remembered.
 */
final class CheckedPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 1_000;

    private final String secret = Tokens.fresh();
    private final Cache<String, Boolean> matched = Caffeine.newBuilder().maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(REMEMBERED).build();

    boolean matches(String password, String hash) {
        // The secret and the hash each have one length, so that no two passwords make the same text.
        String digest = Hashes.sha256Hex(secret + hash + password);
        if (matched.getIfPresent(digest) != null) {
            return true;
        }
        boolean matches = BcryptUtil.matches(password, hash);
        if (matches) {
            matched.put(digest, true);
        }
        return matches;
    }
}
