package org.dohyo.dataset.release;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The search of a draft in the background; it is deleted once all of the log has been searched. */
@Entity
@Table(name = "release_preparation")
class Preparation {

    /** How far a release is. */
    enum Stage {
        /** A draft that is being searched. */
        PREPARING,
        /** A draft whose search ended by an error. */
        FAILED,
        /** A draft to be reviewed. */
        DRAFT,
        PUBLISHED,
        WITHDRAWN;

        /** @param preparation null if there is none */
        static Stage of(Release release, Preparation preparation) {
            return preparation == null ? valueOf(release.state.name())
                    : preparation.failure == null ? PREPARING : FAILED;
        }
    }

    @Id
    Long releaseId;

    /** The positions of the log below this one have been searched. */
    long searched;

    /** Why the search ended; null if it did not. */
    String failure;

    static Preparation of(long release) {
        Preparation preparation = new Preparation();
        preparation.releaseId = release;
        return preparation;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Preparation, Long> {

        /** By the release's number. */
        Map<Long, Preparation> byRelease() {
            List<Preparation> all = listAll();
            return all.stream().collect(Collectors.toMap(one -> one.releaseId, Function.identity()));
        }
    }
}
