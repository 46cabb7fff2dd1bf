package org.dohyo.voter;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** One published version of the terms in one language. It never changes. */
@Entity
@Immutable
@IdClass(Terms.Key.class)
public class Terms {

    public record Key(int version, String language) implements Serializable {
    }

    @Id
    private int version;

    @Id
    private String language;

    /** Markdown. */
    private String body;

    private Instant publishedAt;

    static Terms of(int version, String language, String body, Instant publishedAt) {
        Terms terms = new Terms();
        terms.version = version;
        terms.language = language;
        terms.body = body;
        terms.publishedAt = publishedAt;
        return terms;
    }

    int version() {
        return version;
    }

    String language() {
        return language;
    }

    /** The text in Markdown. */
    String body() {
        return body;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Terms, Key> {

        int currentVersion() {
            return find("select max(version) from Terms").project(Integer.class).singleResult();
        }

        /** The text in that language, or in English if the version is older than the language. */
        Optional<Terms> find(int version, String language) {
            return findByIdOptional(new Key(version, language)).or(() -> findByIdOptional(new Key(version, "en")));
        }

        /** All versions in that language, the newest first. */
        List<Terms> in(String language) {
            return list("language = ?1 order by version desc", language);
        }

        /** All versions in all languages, the newest first. */
        List<Terms> newestFirst() {
            return list("order by version desc, language");
        }
    }
}
