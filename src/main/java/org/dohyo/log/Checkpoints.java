package org.dohyo.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.TileSubtrees;
import org.dohyo.log.tree.Tree;
import org.dohyo.log.tree.VerifierKey;

/** The checkpoints that were signed. */
@ApplicationScoped
public class Checkpoints {

    private final LogCheckpoint.Repository checkpoints;
    private final StoredCosignature.Repository cosignatures;
    private final StoredTiles tiles;

    Checkpoints(LogCheckpoint.Repository checkpoints, StoredCosignature.Repository cosignatures, StoredTiles tiles) {
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.tiles = tiles;
    }

    /**
     * @param note with the signature of the log, and with those of the witnesses that have signed this size
     * @param key that of the log's own signature
     */
    public record Signed(Checkpoint checkpoint, SignedNote note, VerifierKey key, Instant at) {
    }

    /**
     * The newest signature of a witness.
     *
     * @param size the number of entries that it has signed
     * @param at when, by its own clock
     */
    public record Cosigned(String witness, long size, Instant at) {
    }

    /** The newest one; empty before the first. */
    @Transactional
    public Optional<Signed> newest() {
        return checkpoints.newest().map(this::signed);
    }

    private Signed signed(LogCheckpoint stored) {
        SignedNote own = stored.note();
        List<NoteSignature> signatures = Stream.concat(own.signatures().stream(), cosignatures.all().stream()
                .filter(cosignature -> cosignature.treeSize == stored.treeSize).map(StoredCosignature::signature))
                .toList();
        return new Signed(new Checkpoint(stored.key.name, stored.treeSize, Hash.of(stored.root)),
                new SignedNote(own.text(), signatures), stored.key.verifier(), stored.signedAt);
    }

    /**
     * The proof that the log of an older size, from 0, is the beginning of that of a newer one, which is signed. Empty
     * from 0.
     */
    @Transactional
    public List<Hash> proof(long older, long newer) {
        return older == 0 ? List.of()
                : new Tree(new TileSubtrees(tiles, newer), newer).consistencyWith(older).hashes();
    }

    /** What each witness has signed last, by their names. */
    @Transactional
    public List<Cosigned> cosigned() {
        return cosignatures.all().stream()
                .map(stored -> new Cosigned(stored.witness, stored.treeSize, stored.at)).toList();
    }

    /** Keeps a witness's signature of the checkpoint of that size, in place of its former one. */
    @Transactional
    public void keep(NoteSignature signature, long size, Instant at) {
        StoredCosignature stored = new StoredCosignature();
        stored.witness = signature.name();
        stored.keyId = signature.keyId();
        stored.treeSize = size;
        stored.signature = signature.bytes();
        stored.at = at;
        cosignatures.getEntityManager().merge(stored);
    }
}
