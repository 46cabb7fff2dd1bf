package org.dohyo.dataset.release;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A file of a release; its bytes are in {@link ReleasePiece}s. */
@Entity
@Immutable
@IdClass(ReleaseFile.Key.class)
public class ReleaseFile {

    public record Key(Long releaseId, String name) implements Serializable {
    }

    @Id
    public Long releaseId;

    @Id
    public String name;

    /** In the list of files, from 0. */
    public int place;

    public String mediaType;

    /** In bytes. */
    public long size;

    /** In hexadecimal. */
    public String sha256;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<ReleaseFile, Key> {

        List<ReleaseFile> ofPublished() {
            return list("order by releaseId, place");
        }

        List<ReleaseFile> of(long release) {
            return list("releaseId = ?1 order by place", release);
        }

        Optional<ReleaseFile> of(long release, String name) {
            return findByIdOptional(new Key(release, name));
        }
    }
}
