package org.dohyo.log;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.VerifierKey;

/**
 * Signs the checkpoints of the arena's other logs, each under its own name. It is the public log's key, but a note
 * begins with its log's name, and a signature carries it in the key's id, so that none passes for another's.
 */
@ApplicationScoped
public class NamedSigner {

    private final LogKeys keys;
    private final Origin origin;

    NamedSigner(LogKeys keys, Origin origin) {
        this.keys = keys;
        this.origin = origin;
    }

    /** @param key with the name of the log by which the signature is verified */
    public record Signed(VerifierKey key, NoteSignature signature) {
    }

    /** The public log's own name, with which those of the others begin. */
    public String origin() {
        return keys.inUse().map(key -> key.verifier().name()).or(origin::configured).orElseGet(Origin::random);
    }

    /**
     * The signature of a note; empty if the key can't be opened, and while something speaks against signing.
     *
     * @param name of the log, which is also the first line of the text
     */
    public Optional<Signed> sign(String name, String text) {
        return keys.inUse().map(key -> key.as(name)).map(key -> new Signed(key.verifier(), key.sign(text)));
    }
}
