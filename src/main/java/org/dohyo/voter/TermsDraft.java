package org.dohyo.voter;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The next version of the terms in one language, not yet published. */
@Entity
@NamedQuery(name = "TermsDraft.save", query = """
        insert into TermsDraft (language, body, savedAt) values (:language, :body, :now)
        on conflict (language) do update set body = excluded.body, savedAt = excluded.savedAt""")
public class TermsDraft {

    @Id
    private String language;

    /** Markdown. */
    private String body;

    private Instant savedAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<TermsDraft, String> {

        void save(String language, String body, Instant now) {
            update("#TermsDraft.save", Map.of("language", language, "body", body, "now", now));
        }

        /** The texts by language; empty if no draft is saved. */
        Map<String, String> texts() {
            return listAll().stream().collect(Collectors.toMap(draft -> draft.language, draft -> draft.body));
        }
    }
}
