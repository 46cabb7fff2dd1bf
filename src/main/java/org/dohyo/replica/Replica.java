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

        /**
         * Renews the row, or writes it. By the entity, since Hibernate translates an update that is written as a query
         * anew each time.
         */
        void renew(String id, String url, String token) {
            Replica replica = findByIdOptional(id).orElseGet(Replica::new);
            replica.url = url;
            replica.token = token;
            replica.seenAt = getEntityManager().createQuery("select instant", Instant.class).getSingleResult();
            if (replica.id == null) {
                replica.id = id;
                persist(replica);
            }
        }

        void forgetGone() {
            delete("seenAt < instant - 1 hour");
        }
    }
}
