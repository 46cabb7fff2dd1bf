package org.dohyo.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.SignedNote;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The signed root of the log at a size. */
@Entity
class LogCheckpoint {

    @Id
    @Column(name = "size")
    long treeSize;

    byte[] root;

    @ManyToOne(optional = false)
    @JoinColumn(name = "key_id")
    LogKey key;

    byte[] signature;

    Instant signedAt;

    /** The checkpoint as a note. */
    SignedNote note() {
        NoteSignature stored = new NoteSignature(key.name, key.verifier().id(), signature);
        return new SignedNote(new Checkpoint(key.name, treeSize, Hash.of(root)).text(), List.of(stored));
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<LogCheckpoint, Long> {

        Optional<LogCheckpoint> newest() {
            return find("select c from LogCheckpoint c join fetch c.key order by c.treeSize desc")
                    .firstResultOptional();
        }
    }
}
