package org.dohyo.voter;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What voters agree to: one version in one language, never changed once published. */
@Entity
@IdClass(Terms.Key.class)
public class Terms {

    /** The languages that each version stands in. */
    static final List<String> LANGUAGES = List.of("en", "ja");

    public record Key(int version, String language) implements Serializable {
    }

    @Id
    public int version;

    @Id
    public String language;

    /** Markdown. */
    public String body;

    public Instant publishedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Terms, Key> {

        public int currentVersion() {
            return find("select max(version) from Terms").project(Integer.class).singleResult();
        }

        public Optional<Terms> find(int version, String language) {
            return findByIdOptional(new Key(version, language));
        }
    }
}
