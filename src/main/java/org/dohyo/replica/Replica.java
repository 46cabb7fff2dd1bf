package org.dohyo.replica;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A process that serves the database; its row is renewed every second by the database's clock. */
@Entity
public class Replica {

    @Id
    public String id;

    public String url;

    public String token;

    public Instant seenAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Replica, String> {

        /** The replica, unless it has not renewed its row for four seconds. */
        Optional<Replica> alive(String id) {
            return find("id = ?1 and seenAt > instant - 4 second", id).firstResultOptional();
        }

        /** Writes the row, or renews it. */
        void renew(String id, String url, String token) {
            getEntityManager().createQuery("""
                    insert into Replica (id, url, token, seenAt) values (:id, :url, :token, instant)
                    on conflict (id) do update set url = excluded.url, seenAt = excluded.seenAt""")
                    .setParameter("id", id).setParameter("url", url).setParameter("token", token).executeUpdate();
        }

        void forgetGone() {
            delete("seenAt < instant - 1 hour");
        }
    }
}
