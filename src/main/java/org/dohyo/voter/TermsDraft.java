package org.dohyo.voter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The next version of the terms in one language, while it is written. */
@Entity
public class TermsDraft {

    @Id
    public String language;

    /** Markdown. */
    public String body;

    public Instant savedAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<TermsDraft, String> {

        void put(String language, String body, Instant at) {
            getEntityManager().createNativeQuery("""
                    insert into terms_draft (language, body, saved_at) values (:language, :body, :at)
                    on conflict (language) do update set body = excluded.body, saved_at = excluded.saved_at""")
                    .setParameter("language", language).setParameter("body", body)
                    .setParameter("at", at.atOffset(ZoneOffset.UTC)).executeUpdate();
        }

        /** The texts by language; empty where nothing is being written. */
        Map<String, String> texts() {
            return listAll().stream().collect(Collectors.toMap(draft -> draft.language, draft -> draft.body));
        }
    }
}
