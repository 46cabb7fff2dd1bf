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

    /** A version, published in all languages at once. */
    record Publication(int version, boolean allowsPublication, Instant publishedAt) {
    }

    @Id
    private int version;

    @Id
    private String language;

    /** Markdown. */
    private String body;

    private Instant publishedAt;

    private boolean allowsPublication;

    static Terms of(int version, String language, String body, boolean allowsPublication, Instant publishedAt) {
        Terms terms = new Terms();
        terms.version = version;
        terms.language = language;
        terms.body = body;
        terms.publishedAt = publishedAt;
        terms.allowsPublication = allowsPublication;
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

    /** True if it allows prompts and answers to be published. */
    boolean allowsPublication() {
        return allowsPublication;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Terms, Key> {

        int currentVersion() {
            return find("select max(version) from Terms").project(Integer.class).singleResult();
        }

        /**
         * That version in that language; a version older than the language in the standard one, or else in any that it
         * has, as {@link Terms#language()} states.
         */
        Optional<Terms> find(int version, String language, String standard) {
            return find("""
                    version = ?1 order by case language when ?2 then 0 when ?3 then 1 else 2 end, language""",
                    version, language, standard).firstResultOptional();
        }

        /** All versions, the newest first. */
        List<Publication> publications() {
            return find("select distinct version, allowsPublication, publishedAt from Terms order by version desc")
                    .project(Publication.class).list();
        }

        /** All versions in all languages, the newest first. */
        List<Terms> newestFirst() {
            return list("order by version desc, language");
        }
    }
}
