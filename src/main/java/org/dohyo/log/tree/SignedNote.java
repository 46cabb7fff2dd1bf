package org.dohyo.log.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with the signatures of one or more keys (C2SP signed-note).
 *
 * @param text the signed text with its final newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new LogFormatException("a note's text ends with a newline and has no other control character");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new LogFormatException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
    }

    public static SignedNote of(String text, SigningKey key) {
        return new SignedNote(text, List.of(key.sign(text)));
    }

    /** @throws LogFormatException if the bytes aren't a note */
    public static SignedNote parse(byte[] note) {
        try {
            return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(note)).toString());
        } catch (CharacterCodingException e) {
            throw new LogFormatException("a note must be UTF-8");
        }
    }

    /** @throws LogFormatException if the text isn't a note */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new LogFormatException("a note is a text, an empty line and signatures, each with a newline");
        }
        String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new LogFormatException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /**
     * Those of the known keys that have signed the note; signatures of other keys are ignored.
     *
     * @return empty if the note must not be trusted: no known key has signed it, or the signature of one is wrong
     */
    public List<VerifierKey> signers(Collection<VerifierKey> known) {
        List<VerifierKey> signers = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (signature.isOf(key)) {
                    if (!key.verifies(text, signature.bytes())) {
                        return List.of();
                    }
                    signers.add(key);
                }
            }
        }
        return signers;
    }

    /** The whole note. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }
}
