package org.dohyo.log.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** An Ed25519 key by which signatures of notes are verified (C2SP signed-note). */
public final class VerifierKey {

    static final byte ED25519 = 1;

    private static final int KEY_BYTES = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cc}+]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final String name;
    private final int id;
    private final byte[] bytes;
    private final PublicKey key;

    private VerifierKey(String name, byte[] bytes) {
        if (!validName(name)) {
            throw new LogFormatException("a key's name must not be empty or have spaces or a plus sign");
        }
        if (bytes.length != KEY_BYTES) {
            throw new LogFormatException("an Ed25519 key has 32 bytes, not " + bytes.length);
        }
        this.name = name;
        this.bytes = bytes.clone();
        this.id = id(name, bytes);
        this.key = key(bytes);
    }

    /** @param bytes the public key as RFC 8032 encodes it */
    public static VerifierKey of(String name, byte[] bytes) {
        return new VerifierKey(name, bytes);
    }

    /** Reads a key as a text, {@code name+id+key}. */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new LogFormatException("a verifier key is a name, an id and a key with plus signs between them");
        }
        byte[] typed = Base64Text.decode(parts[2], "a verifier key");
        if (typed.length == 0 || typed[0] != ED25519) {
            throw new LogFormatException("a verifier key must be of type Ed25519");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.id).equals(parts[1])) {
            throw new LogFormatException("the id of a verifier key doesn't belong to its name and key");
        }
        return key;
    }

    static boolean validName(String name) {
        return NAME.matcher(name).matches();
    }

    public String name() {
        return name;
    }

    /** The first four bytes of SHA-256 of the name, a newline, the type and the key. */
    public int id() {
        return id;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The key as a text, {@code name+id+key}. */
    public String text() {
        ByteBuffer typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(bytes);
        return name + "+" + HexFormat.of().toHexDigits(id) + "+" + Base64.getEncoder().encodeToString(typed.array());
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            // Not a point of the curve, or not of a signature's length.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int id(String name, byte[] bytes) {
        MessageDigest digest = Hash.digest();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(bytes)).getInt();
    }

    private static PublicKey key(byte[] bytes) {
        try {
            byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + KEY_BYTES).put(X509_PREFIX).put(bytes).array();
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new LogFormatException("an Ed25519 key can't be read");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey verifier && name.equals(verifier.name)
                && Arrays.equals(bytes, verifier.bytes);
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return text();
    }
}
