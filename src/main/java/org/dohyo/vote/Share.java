package org.dohyo.vote;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A link to a judged battle that its voter has shared; anyone with the link may read the battle. */
@Entity
@Table(name = "battle_share")
public class Share {

    @Id
    public UUID battleId;

    /** 128 random bits in base64url. */
    public String token;

    public Instant createdAt;

    public String path() {
        return "/s/" + token;
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Share, UUID> {

        public Optional<Share> findByToken(String token) {
            return find("token", token).firstResultOptional();
        }
    }
}
