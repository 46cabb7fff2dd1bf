package org.dohyo.account;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The one-time link that sets the first admin's password; the table has one row at most. */
@Entity
@NamedQuery(name = "SetupLink.replace", query = """
        insert into SetupLink (onlyOne, tokenHash, expiresAt) values (true, :hash, :expiry)
        on conflict (onlyOne) do update set tokenHash = excluded.tokenHash, expiresAt = excluded.expiresAt""")
public class SetupLink {

    @Id
    private boolean onlyOne = true;

    private byte[] tokenHash;

    private Instant expiresAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<SetupLink, Boolean> {

        void replace(byte[] tokenHash, Instant expiry) {
            update("#SetupLink.replace", Map.of("hash", tokenHash, "expiry", expiry));
        }

        /**
         * Removes the link if it has that token and is still valid; of several concurrent callers, only one gets true.
         */
        boolean remove(byte[] tokenHash, Instant now) {
            return delete("tokenHash = ?1 and expiresAt > ?2", tokenHash, now) == 1;
        }
    }
}
