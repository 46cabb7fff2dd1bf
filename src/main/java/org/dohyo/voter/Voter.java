package org.dohyo.voter;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.dohyo.support.Hashes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A voter: a browser, a person who has signed in, or a name in an imported file. */
@Entity
public class Voter {

    /** The way in which a voter agreed to the terms. */
    public enum Agreement {
        PAGE,
        API
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** SHA-256 of the cookie's token, or of what recognises the person; null for an imported voter. */
    private byte[] tokenHash;

    /** The name in the imported file; null for a browser. */
    private String importKey;

    /** The voter's name in the public log: SHA-256 of a salt and the token's hash. */
    public byte[] tag;

    private byte[] tagSalt;

    public Instant createdAt;

    /** The version agreed to; null if the voter has not agreed to any. */
    public Integer termsVersion;

    public Instant termsAgreedAt;

    @Enumerated(EnumType.STRING)
    public Agreement termsAgreedBy;

    /** The time of the ban; null if not banned. */
    public Instant bannedAt;

    /** @param tagSalt random bytes, so that nobody can compute the public tag from the token's hash */
    static Voter register(byte[] tokenHash, byte[] tagSalt, Instant now) {
        Voter voter = new Voter();
        voter.tokenHash = tokenHash;
        voter.tagSalt = tagSalt;
        voter.tag = Hashes.sha256(tagSalt, tokenHash);
        voter.createdAt = now;
        return voter;
    }

    boolean hasAgreedTo(int version) {
        return termsVersion != null && termsVersion == version;
    }

    void agreeTo(int version, Agreement by, Instant now) {
        termsVersion = version;
        termsAgreedAt = now;
        termsAgreedBy = by;
    }

    /** @throws BannedVoter if the voter is banned */
    public void requireAdmitted() {
        if (bannedAt != null) {
            throw new BannedVoter();
        }
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Voter, Long> {

        public Optional<Voter> findByTokenHash(byte[] tokenHash) {
            return find("tokenHash", (Object) tokenHash).firstResultOptional();
        }

        /** The voter, its row locked until the end of the transaction. */
        public Optional<Voter> lock(long id) {
            return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        }

        /** Locks the voter's row, also against new rows that refer to it, which Hibernate's own lock would allow. */
        public void lockForDeletion(long id) {
            getEntityManager().createNativeQuery("select id from voter where id = :id for update")
                    .setParameter("id", id)
                    .getResultList();
        }
    }
}
