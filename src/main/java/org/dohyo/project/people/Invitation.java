package org.dohyo.project.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.dohyo.support.Tokens;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A link that makes whoever opens it an annotator. */
@Entity
@Table(name = "project_invitation")
public class Invitation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    /** By which the owner knows the link again. */
    public String label;

    private byte[] tokenHash;

    /** How many people can come by it. */
    public int places;

    /** The most judgements of each of them; null for any number. */
    public Integer quota;

    /** True if only people who have signed in can come by it and stay. */
    public boolean signIn;

    /** The group at the identity provider that people must be in; null for any. */
    public String groupName;

    public Instant createdAt;

    /** Since when nobody can come by it; null while it is valid. */
    public Instant revokedAt;

    static Invitation of(long projectId, String token, Instant now) {
        Invitation invitation = new Invitation();
        invitation.projectId = projectId;
        invitation.tokenHash = Tokens.hash(token);
        invitation.createdAt = now;
        return invitation;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Invitation, Long> {

        List<Invitation> of(long projectId) {
            return list("projectId = ?1 order by id", projectId);
        }

        Optional<Invitation> findValid(String token) {
            return find("tokenHash = ?1 and revokedAt is null", (Object) Tokens.hash(token)).firstResultOptional();
        }

        /** As {@link #findValid}, its row locked, so that no more people come than there are places. */
        Optional<Invitation> lockValid(String token) {
            return find("tokenHash = ?1 and revokedAt is null", (Object) Tokens.hash(token))
                    .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }
    }
}
