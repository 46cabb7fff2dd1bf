package org.dohyo.log.tree;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * An Ed25519 key with which a witness signs checkpoints (C2SP tlog-cosignature, version 1).
 *
 * @param secret a key of the witness's name
 */
public record CosigningKey(SigningKey secret) {

    /** The key by which its signatures are verified. */
    public CosignerKey key() {
        return CosignerKey.of(secret.verifier().name(), secret.verifier().bytes());
    }

    /**
     * Signs the text of a checkpoint.
     *
     * @param at to the second; not before 1970
     */
    public NoteSignature sign(String text, Instant at) {
        byte[] signature = secret.sign(CosignerKey.message(text, at.getEpochSecond())).bytes();
        return new NoteSignature(key().name(), key().id(), ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(at.getEpochSecond()).put(signature).array());
    }
}
