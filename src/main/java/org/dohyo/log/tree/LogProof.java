package org.dohyo.log.tree;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A file that proves, without a network, that an entry is in a log (C2SP tlog-proof).
 *
 * @param extra data of the application's own, which nothing signs; of no length if there is none
 * @param index the entry's index in the log
 * @param hashes the inclusion proof
 * @param checkpoint the signed checkpoint that the proof leads to
 */
public record LogProof(byte[] extra, long index, List<Hash> hashes, SignedNote checkpoint) {

    private static final String TITLE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_HASHES = 63;

    public LogProof {
        extra = extra.clone();
        hashes = List.copyOf(hashes);
    }

    /** @throws LogFormatException if the text isn't such a file */
    public static LogProof parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new LogFormatException("a proof has an empty line before its checkpoint");
        }
        List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
        int at = 1;
        if (!lines.get(0).equals(TITLE)) {
            throw new LogFormatException("a proof begins with " + TITLE);
        }
        byte[] extra = {};
        if (at < lines.size() && lines.get(at).startsWith(EXTRA)) {
            extra = Base64Text.decode(lines.get(at++).substring(EXTRA.length()), "a proof's extra data");
        }
        if (at >= lines.size() || !lines.get(at).startsWith(INDEX)) {
            throw new LogFormatException("a proof has no line with an index");
        }
        long index = Checkpoint.number(lines.get(at++).substring(INDEX.length()), "a proof's index");
        return new LogProof(extra, index, hashes(lines.subList(at, lines.size())),
                SignedNote.parse(text.substring(blank + 2)));
    }

    private static List<Hash> hashes(List<String> lines) {
        if (lines.size() > MOST_HASHES) {
            throw new LogFormatException("a proof has at most " + MOST_HASHES + " hashes");
        }
        List<Hash> hashes = new ArrayList<>();
        lines.forEach(line -> hashes.add(Hash.ofBase64(line)));
        return hashes;
    }

    /**
     * True if one of the keys, each of which must have the log's origin as its name, has signed the checkpoint and the
     * leaf is in its tree at the index.
     */
    public boolean verifies(Hash leaf, Collection<VerifierKey> keys) {
        Checkpoint signed = Checkpoint.parse(checkpoint.text());
        return checkpoint.signers(keys).stream().anyMatch(key -> key.name().equals(signed.origin()))
                && new InclusionProof(index, signed.size(), hashes).verifies(leaf, signed.root());
    }

    /** The whole file. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(TITLE).append('\n');
        if (extra.length > 0) {
            file.append(EXTRA).append(Base64.getEncoder().encodeToString(extra)).append('\n');
        }
        file.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> file.append(hash.base64()).append('\n'));
        return file.append('\n').append(checkpoint).toString();
    }
}
