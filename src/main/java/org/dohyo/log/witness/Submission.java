package org.dohyo.log.witness;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.SignedNote;

/**
 * A checkpoint on its way to a witness (C2SP tlog-witness).
 *
 * @param older the size that the witness has signed last; 0 if it never did
 * @param proof that the log of the older size is the beginning of this one
 */
record Submission(long older, List<Hash> proof, SignedNote checkpoint) {

    String body() {
        return Stream.concat(Stream.of("old " + older), proof.stream().map(Hash::base64))
                .collect(Collectors.joining("\n", "", "\n\n")) + checkpoint;
    }
}
