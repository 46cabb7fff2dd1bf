package org.dohyo.log.tree;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signature of a note.
 *
 * @param name the key's name
 * @param keyId the key's id; only name and id together identify a key
 * @param bytes what the key's algorithm has made
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final String DASH = "\u2014 ";

    /** @throws LogFormatException if it isn't a line of a note with a signature */
    public static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new LogFormatException("a signature's line is a dash, a name and base64");
        }
        String name = line.substring(DASH.length(), space);
        byte[] signature = Base64Text.decode(line.substring(space + 1), "a signature");
        if (!VerifierKey.validName(name) || signature.length <= Integer.BYTES) {
            throw new LogFormatException("a signature's line has no valid name or no signature");
        }
        return new NoteSignature(name, ByteBuffer.wrap(signature).getInt(),
                Arrays.copyOfRange(signature, Integer.BYTES, signature.length));
    }

    /** The signature as a line of a note, without its end. */
    String line() {
        ByteBuffer signature = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes);
        return DASH + name + " " + Base64.getEncoder().encodeToString(signature.array());
    }

    boolean isOf(VerifierKey key) {
        return keyId == key.id() && name.equals(key.name());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature && line().equals(signature.line());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return line();
    }
}
