package org.dohyo.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.LogProof;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;

import com.fasterxml.jackson.databind.JsonNode;

/** What a voter has in hand: a proof that a vote is in the log, or the promise that it will be. */
public sealed interface Receipt {

    /** The log's name. */
    String origin();

    /** True if one of the keys has signed it and it proves or promises what it says. */
    boolean verifies(Collection<VerifierKey> keys);

    /** @throws LogFormatException if the bytes are neither */
    static Receipt parse(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        return text.startsWith("c2sp.org/tlog-proof@") ? Proof.parse(text) : Promise.parse(SignedNote.parse(file));
    }

    /** The proof that an entry is in the log. */
    record Proof(LogProof file, Checkpoint signed) implements Receipt {

        static Proof parse(String text) {
            LogProof file = LogProof.parse(text);
            return new Proof(file, Checkpoint.parse(file.checkpoint().text()));
        }

        @Override
        public String origin() {
            return signed.origin();
        }

        @Override
        public boolean verifies(Collection<VerifierKey> keys) {
            return file.verifies(Hash.ofLeaf(file.extra()), keys);
        }
    }

    /** The promise of an entry with some members by some time. */
    record Promise(SignedNote note, String origin, JsonNode members, Instant until) implements Receipt {

        private static final String KIND = "vote promise v1";
        private static final String BY = "in the log by ";

        static Promise parse(SignedNote note) {
            String[] lines = note.text().split("\n", -1);
            if (lines.length != 5 || !lines[1].equals(KIND) || !lines[3].matches(BY + "\\d{1,12}")) {
                throw new LogFormatException("the file is neither a proof nor a promise");
            }
            return new Promise(note, lines[0], Leaf.json(lines[2].getBytes(StandardCharsets.UTF_8)),
                    Instant.ofEpochSecond(Long.parseLong(lines[3].substring(BY.length()))));
        }

        @Override
        public boolean verifies(Collection<VerifierKey> keys) {
            return note.signers(keys).stream().anyMatch(key -> key.name().equals(origin));
        }

        /** True if the entry is that of the promised vote. */
        boolean isOf(JsonNode entry) {
            return entry.path("vote").equals(members.path("vote")) && entry.path("kind").equals(members.path("kind"));
        }
    }
}
