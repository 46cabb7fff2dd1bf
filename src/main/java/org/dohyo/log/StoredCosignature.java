package org.dohyo.log;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.dohyo.log.tree.NoteSignature;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The newest cosignature of a witness. */
@Entity
@Table(name = "log_cosignature")
class StoredCosignature {

    /** The name of its key. */
    @Id
    String witness;

    int keyId;

    @Column(name = "size")
    long treeSize;

    byte[] signature;

    /** When the witness made it, by its own clock. */
    Instant at;

    NoteSignature signature() {
        return new NoteSignature(witness, keyId, signature);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StoredCosignature, String> {

        List<StoredCosignature> all() {
            return list("order by witness");
        }
    }
}
