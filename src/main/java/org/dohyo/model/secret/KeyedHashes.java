package org.dohyo.model.secret;

import java.util.Optional;

/** Hashes that only the arena can compute: nobody else can try guesses of what was hashed. */
public interface KeyedHashes {

    /**
     * The keyed hash of a text, 32 bytes; empty if it can't be made now.
     *
     * @param purpose has a key of its own, so that hashes of different purposes can't be compared
     */
    Optional<byte[]> hash(String purpose, String text);
}
