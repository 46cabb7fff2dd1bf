package org.dohyo.model.secret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A random key with which texts are hashed, so that nobody without it can try guesses. */
@Entity
class HashKey {

    @Id
    String purpose;

    /** The key, encrypted. */
    byte[] secret;

    Instant createdAt;

    String place() {
        return place(purpose);
    }

    /** What a key is bound to when it is encrypted. */
    static String place(String purpose) {
        return "hash_key|" + purpose;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<HashKey, String> {

        Optional<byte[]> secret(String purpose) {
            return find("select secret from HashKey where purpose = ?1", purpose).project(byte[].class)
                    .firstResultOptional();
        }

        /** Stores a key unless another replica has stored one. */
        void offer(String purpose, byte[] secret, Instant now) {
            getEntityManager().createQuery("""
                    insert into HashKey (purpose, secret, createdAt) values (:purpose, :secret, :now)
                    on conflict do nothing""").setParameter("purpose", purpose).setParameter("secret", secret)
                    .setParameter("now", now).executeUpdate();
        }

        List<HashKey> locked() {
            return find("order by purpose").withLock(LockModeType.PESSIMISTIC_WRITE).list();
        }
    }
}
