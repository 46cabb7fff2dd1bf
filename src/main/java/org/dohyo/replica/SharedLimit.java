package org.dohyo.replica;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The events of one subject within its present window. */
@Entity
class SharedLimit {

    /** @param subject whose events are limited, such as a network */
    @Embeddable
    record Key(String name, String subject) {
    }

    @EmbeddedId
    Key id;

    Instant endsAt;

    int used;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<SharedLimit, SharedLimit.Key> {

        /** Counts one event, in one statement, so that no two replicas use up the same one; false if none is left. */
        boolean take(Key key, int most, Instant now, Instant end) {
            return getEntityManager().createQuery("""
                    insert into SharedLimit as l (id.name, id.subject, endsAt, used) values (:name, :subject, :end, 1)
                    on conflict (id.name, id.subject) do update
                    set used = case when l.endsAt <= :now then 1 else l.used + 1 end,
                        endsAt = case when l.endsAt <= :now then excluded.endsAt else l.endsAt end
                    where l.endsAt <= :now or l.used < :most""")
                    .setParameter("name", key.name()).setParameter("subject", key.subject()).setParameter("end", end)
                    .setParameter("now", now).setParameter("most", most).executeUpdate() > 0;
        }

        /** Counts events, in one statement. */
        void add(Key key, int events, Instant now, Instant end) {
            getEntityManager().createQuery("""
                    insert into SharedLimit as l (id.name, id.subject, endsAt, used)
                    values (:name, :subject, :end, :events)
                    on conflict (id.name, id.subject) do update
                    set used = case when l.endsAt <= :now then excluded.used else l.used + excluded.used end,
                        endsAt = case when l.endsAt <= :now then excluded.endsAt else l.endsAt end""")
                    .setParameter("name", key.name()).setParameter("subject", key.subject()).setParameter("end", end)
                    .setParameter("now", now).setParameter("events", events).executeUpdate();
        }

        SharedLimits.Used used(Key key) {
            return find("select used, endsAt from SharedLimit where id = ?1", key).project(SharedLimits.Used.class)
                    .singleResult();
        }

        /** The end of a window that has no event left. */
        Optional<Instant> usedUpUntil(Key key, int most, Instant now) {
            return find("select endsAt from SharedLimit where id = ?1 and endsAt > ?2 and used >= ?3", key, now, most)
                    .project(Instant.class).firstResultOptional();
        }

        void forgetEnded(Instant now) {
            delete("endsAt <= ?1", now);
        }
    }
}
