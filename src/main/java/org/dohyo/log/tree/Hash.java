package org.dohyo.log.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash of the tree, as RFC 9162 defines them: of an entry, of two hashes, or of an empty tree. */
public final class Hash {

    public static final int BYTES = 32;
    /** The root of the tree without entries. */
    public static final Hash EMPTY = new Hash(digest().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash with these 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new LogFormatException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash at a place of a sequence of hashes, counted in hashes. */
    public static Hash at(byte[] hashes, int place) {
        return new Hash(Arrays.copyOfRange(hashes, place * BYTES, (place + 1) * BYTES));
    }

    /** The hash with these 32 bytes in base64. */
    public static Hash ofBase64(String text) {
        return of(Base64Text.decode(text, "a hash"));
    }

    /** The hash of a leaf: SHA-256 of a zero byte and the entry. */
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest digest = digest();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    /** The hash of an inner node: SHA-256 of a byte of one and both hashes below it. */
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = digest();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
