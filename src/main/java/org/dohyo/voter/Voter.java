package org.dohyo.voter;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
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

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Voter, Long> {

        public Optional<Voter> findByTokenHash(byte[] tokenHash) {
            return find("tokenHash", (Object) tokenHash).firstResultOptional();
        }
    }
}
