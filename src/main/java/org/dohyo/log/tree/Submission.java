package org.dohyo.log.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A checkpoint on its way to a witness: the body of {@code add-checkpoint} (C2SP tlog-witness).
 *
 * @param older the size that the witness has signed last; 0 if it never did
 * @param proof that the log of the older size is the beginning of this one
 */
public record Submission(long older, List<Hash> proof, SignedNote checkpoint) {

    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;

    public Submission {
        proof = List.copyOf(proof);
    }

    /** @throws LogFormatException if the text isn't such a body */
    public static Submission parse(String body) {
        int blank = body.indexOf("\n\n");
        String[] lines = blank < 0 ? new String[0] : body.substring(0, blank).split("\n", -1);
        if (lines.length == 0 || !lines[0].startsWith(OLD) || lines.length > 1 + MOST_HASHES) {
            throw new LogFormatException("a submission is an old size, at most " + MOST_HASHES
                    + " hashes, an empty line and a checkpoint");
        }
        List<Hash> proof = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            proof.add(Hash.ofBase64(lines[line]));
        }
        return new Submission(Checkpoint.number(lines[0].substring(OLD.length()), "an old size"), proof,
                SignedNote.parse(body.substring(blank + 2)));
    }

    public String body() {
        return Stream.concat(Stream.of(OLD + older), proof.stream().map(Hash::base64))
                .collect(Collectors.joining("\n", "", "\n\n")) + checkpoint;
    }
}
