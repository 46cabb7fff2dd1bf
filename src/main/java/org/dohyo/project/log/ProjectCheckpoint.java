package org.dohyo.project.log;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The signed root of a project's log at a size. */
@Entity
@Table(name = "project_checkpoint")
@IdClass(ProjectCheckpoint.Key.class)
class ProjectCheckpoint {

    record Key(long projectId, long treeSize) implements Serializable {
    }

    @Id
    long projectId;

    @Id
    @Column(name = "size")
    long treeSize;

    byte[] root;

    byte[] publicKey;

    byte[] signature;

    Instant signedAt;

    /** @param origin of the project's log */
    SignedNote note(String origin) {
        return new SignedNote(new Checkpoint(origin, treeSize, Hash.of(root)).text(),
                List.of(new NoteSignature(origin, verifier(origin).id(), signature)));
    }

    VerifierKey verifier(String origin) {
        return VerifierKey.of(origin, publicKey);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ProjectCheckpoint, Key> {

        Optional<ProjectCheckpoint> newest(long projectId) {
            return find("projectId = ?1 order by treeSize desc", projectId).firstResultOptional();
        }
    }
}
