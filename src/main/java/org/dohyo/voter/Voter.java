package org.dohyo.voter;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who votes: a browser without an account, or a name in an imported file. */
@Entity
@Table(name = "voter")
public class Voter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(name = "token_hash")
    public byte[] tokenHash;

    @Column(name = "import_key")
    public String importKey;

    /** What the public log shows instead of the voter: SHA-256 of a salt and the voter's token hash. */
    public byte[] tag;

    @Column(name = "tag_salt")
    public byte[] tagSalt;

    @Column(name = "created_at")
    public Instant createdAt;

    /** How a voter can agree to the terms. */
    public enum Agreement {
        PAGE,
        API
    }

    /** The version agreed to; null as long as there is none. */
    @Column(name = "terms_version")
    public Integer termsVersion;

    @Column(name = "terms_agreed_at")
    public Instant termsAgreedAt;

    @Column(name = "terms_agreed_by")
    @Enumerated(EnumType.STRING)
    public Agreement termsAgreedBy;

    /** Since when this voter takes no part any more; null for all others. */
    @Column(name = "banned_at")
    public Instant bannedAt;

    /** @throws BannedVoter if that is what this voter is */
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

        /** The voter with its row locked until the transaction's end. */
        public Optional<Voter> lock(long id) {
            return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        }

        /** Locks the voter's row also against new rows that refer to it, which Hibernate's own lock lets pass. */
        public void lockForDeletion(long id) {
            getEntityManager().createNativeQuery("select id from voter where id = :id for update").setParameter("id", id)
                    .getResultList();
        }
    }
}
