package org.dohyo.support;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random tokens of 256 bits. The database stores only their hashes, so read access to it is not enough to sign in. One
 * round of SHA-256 is enough: unlike a password, a token can't be guessed, so a slow hash would only slow down its use.
 */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {
    }

    public static String fresh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    /** 32 random bytes. */
    public static byte[] bytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public static byte[] hash(String token) {
        return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
