package org.dohyo.dataset.release;

import java.io.Serializable;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** At most 1 MiB of a file, so that no file has to be in memory as a whole. */
@Entity
@Immutable
@IdClass(ReleasePiece.Key.class)
class ReleasePiece {

    public record Key(Long releaseId, String name, int number) implements Serializable {
    }

    @Id
    Long releaseId;

    @Id
    String name;

    /** From 0. */
    @Id
    int number;

    byte[] bytes;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ReleasePiece, Key> {

        Optional<byte[]> bytes(long release, String name, int number) {
            return find("select bytes from ReleasePiece where releaseId = ?1 and name = ?2 and number = ?3", release,
                    name, number).project(byte[].class).firstResultOptional();
        }
    }
}
