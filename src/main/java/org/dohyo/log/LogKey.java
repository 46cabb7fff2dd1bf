package org.dohyo.log;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.dohyo.log.tree.VerifierKey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A key that signs checkpoints and promises, or has signed them. */
@Entity
class LogKey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    /** The log's origin at the time. */
    String name;

    byte[] publicKey;

    /** The private key, encrypted; null once the key is retired. */
    byte[] secret;

    Instant createdAt;

    /** Null while the key is in use. */
    Instant retiredAt;

    VerifierKey verifier() {
        return VerifierKey.of(name, publicKey);
    }

    /** What the private key is bound to when it is encrypted. */
    String place() {
        return "log_key|" + HexFormat.of().formatHex(publicKey);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<LogKey, Long> {

        Optional<LogKey> inUse(String name) {
            return find("name = ?1 and retiredAt is null", name).firstResultOptional();
        }

        /** The newest key that is in use, whatever its name. */
        Optional<LogKey> newestInUse() {
            return find("retiredAt is null order by id desc").firstResultOptional();
        }

        /** All keys that ever signed, the newest first. */
        List<LogKey> newestFirst() {
            return list("order by id desc");
        }

        List<LogKey> lockedInUse() {
            return find("retiredAt is null order by id").withLock(LockModeType.PESSIMISTIC_WRITE).list();
        }
    }
}
