package org.dohyo.log.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** An Ed25519 key by which a witness's signatures of checkpoints are verified (C2SP tlog-cosignature, version 1). */
public final class CosignerKey {

    static final byte COSIGNATURE_V1 = 4;

    private final VerifierKey key;
    private final int id;

    private CosignerKey(VerifierKey key) {
        this.key = key;
        this.id = id(key);
    }

    /** @param bytes the public key as RFC 8032 encodes it */
    public static CosignerKey of(String name, byte[] bytes) {
        return new CosignerKey(VerifierKey.of(name, bytes));
    }

    /** Reads a key as a text, {@code name+id+key}. */
    public static CosignerKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new LogFormatException("a witness's key is a name, an id and a key with plus signs between them");
        }
        byte[] typed = Base64Text.decode(parts[2], "a witness's key");
        if (typed.length == 0 || typed[0] != COSIGNATURE_V1) {
            throw new LogFormatException("a witness's key must be of the type 4, Ed25519 with a time");
        }
        CosignerKey key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.id).equals(parts[1])) {
            throw new LogFormatException("the id of a witness's key doesn't belong to its name and key");
        }
        return key;
    }

    public String name() {
        return key.name();
    }

    /** The first four bytes of SHA-256 of the name, a newline, the type and the key. */
    public int id() {
        return id;
    }

    /** The key as a text, {@code name+id+key}. */
    public String text() {
        byte[] bytes = key.bytes();
        ByteBuffer typed = ByteBuffer.allocate(1 + bytes.length).put(COSIGNATURE_V1).put(bytes);
        return name() + "+" + HexFormat.of().toHexDigits(id) + "+" + Base64.getEncoder().encodeToString(typed.array());
    }

    /**
     * The time at which the witness says to have signed a checkpoint; empty if it isn't this key's signature of it.
     *
     * @param text of the checkpoint, with its final newline
     */
    public Optional<Instant> signedAt(String text, NoteSignature signature) {
        if (signature.keyId() != id || !signature.name().equals(name())
                || signature.bytes().length <= Long.BYTES) {
            return Optional.empty();
        }
        long second = ByteBuffer.wrap(signature.bytes()).getLong();
        byte[] bytes = Arrays.copyOfRange(signature.bytes(), Long.BYTES, signature.bytes().length);
        return second >= 0 && second <= Instant.MAX.getEpochSecond() && key.verifies(message(text, second), bytes)
                ? Optional.of(Instant.ofEpochSecond(second))
                : Optional.empty();
    }

    /** What the witness signs at a second since 1970. */
    static String message(String text, long second) {
        return "cosignature/v1\ntime " + second + "\n" + text;
    }

    private static int id(VerifierKey key) {
        MessageDigest digest = Hash.digest();
        digest.update((key.name() + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(COSIGNATURE_V1);
        return ByteBuffer.wrap(digest.digest(key.bytes())).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CosignerKey cosigner && key.equals(cosigner.key);
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
