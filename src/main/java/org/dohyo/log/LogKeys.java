package org.dohyo.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.SigningKey;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.model.secret.EncryptedValues;
import org.dohyo.model.secret.Secrets;
import org.jboss.logging.Logger;

import com.google.crypto.tink.subtle.Ed25519Sign;

/**
 * The keys of the log. One is in use for each origin the log has had; {@link #rotate} replaces it, and forgets its
 * private half. Each replica keeps the key in use in memory and learns of another within seconds.
 */
@ApplicationScoped
class LogKeys implements EncryptedValues {

    private static final Logger LOG = Logger.getLogger(LogKeys.class);

    private final LogKey.Repository keys;
    private final TreeState.Repository tree;
    private final Secrets secrets;
    private final Origin origin;
    private final SigningHolds holds;
    private final Audit audit;
    private final Clock clock;
    private volatile Optional<InUse> inUse = Optional.empty();
    /** The log of the application has the first failure of a row. */
    private volatile boolean failing;

    LogKeys(LogKey.Repository keys, TreeState.Repository tree, Secrets secrets, Origin origin, SigningHolds holds,
            Audit audit, Clock clock) {
        this.keys = keys;
        this.tree = tree;
        this.secrets = secrets;
        this.origin = origin;
        this.holds = holds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A key that can sign. It does so by Tink, which takes a tenth of the JDK's time: each vote costs a signature.
     *
     * @param id the key's row
     */
    record InUse(long id, VerifierKey verifier, Ed25519Sign signer) {

        static InUse of(long id, SigningKey key) {
            try {
                return new InUse(id, key.verifier(), new Ed25519Sign(key.seed()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the log's key can't sign", e);
            }
        }

        /** The same key under another name, for another log's notes. */
        InUse as(String name) {
            return new InUse(id, VerifierKey.of(name, verifier.bytes()), signer);
        }

        NoteSignature sign(String text) {
            try {
                byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
                return new NoteSignature(verifier.name(), verifier.id(), signature);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the log's key can't sign", e);
            }
        }
    }

    /**
     * The key to sign with; empty before the first {@link #refresh}, if the stored key can't be opened, and while
     * something speaks against signing.
     */
    Optional<InUse> inUse() {
        return holds.held() ? Optional.empty() : inUse;
    }

    /** The row of a key, for a reference to it. */
    LogKey row(InUse key) {
        return keys.getEntityManager().getReference(LogKey.class, key.id());
    }

    /** All keys that have ever signed, the newest first. */
    @Transactional
    List<LogKey> all() {
        return keys.newestFirst();
    }

    /** Reads which key is in use, and creates one if there is none for the log's origin. */
    @Transactional
    void refresh() {
        holds.refresh();
        LogKey key = current().orElseGet(this::create);
        if (inUse.filter(known -> known.id() == key.id).isEmpty()) {
            inUse = opened(key);
        }
    }

    private Optional<LogKey> current() {
        return origin.configured().map(keys::inUse).orElseGet(keys::newestInUse);
    }

    private LogKey create() {
        // One replica at a time: the others then read what the first has written.
        tree.locked();
        return current().orElseGet(() -> store(SigningKey.generate(origin.configured().orElseGet(Origin::random))));
    }

    private LogKey store(SigningKey signing) {
        LogKey key = new LogKey();
        key.name = signing.verifier().name();
        key.publicKey = signing.verifier().bytes();
        key.secret = secrets.encrypt(Base64.getEncoder().encodeToString(signing.seed()), key.place());
        key.createdAt = clock.instant();
        keys.persist(key);
        return key;
    }

    private Optional<InUse> opened(LogKey key) {
        try {
            byte[] seed = Base64.getDecoder().decode(secrets.decrypt(key.secret, key.place()).reveal());
            failing = false;
            return Optional.of(InUse.of(key.id, SigningKey.of(key.verifier(), seed)));
        } catch (IllegalStateException e) {
            if (!failing) {
                failing = true;
                LOG.errorf("The log can't be signed until its key can be opened: %s", e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** Replaces the key in use by a new one of the same name, which signs from the next checkpoint on. */
    @Transactional
    LogKey rotate(String who) {
        tree.locked();
        LogKey former = current().orElseGet(this::create);
        former.retiredAt = clock.instant();
        former.secret = null;
        // Before the new row: only one key of a name may be in use.
        keys.flush();
        LogKey next = store(SigningKey.generate(former.name));
        keys.flush();
        audit.record(who, "rotate", "log-key", former.verifier().text(), next.verifier().text());
        return next;
    }

    @Override
    public int reencrypt() {
        List<LogKey> stored = keys.lockedInUse();
        stored.forEach(key -> key.secret = secrets.reencrypt(key.secret, key.place()));
        return stored.size();
    }
}
