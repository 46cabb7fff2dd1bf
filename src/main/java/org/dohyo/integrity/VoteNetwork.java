package org.dohyo.integrity;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The tag of the network that a vote came from, on its day. */
@Entity
class VoteNetwork {

    @Id
    UUID voteId;

    LocalDate day;

    byte[] network;

    static VoteNetwork of(UUID vote, LocalDate day, byte[] tag) {
        VoteNetwork of = new VoteNetwork();
        of.voteId = vote;
        of.day = day;
        of.network = tag;
        return of;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<VoteNetwork, UUID> {

        void forgetBefore(LocalDate day) {
            delete("day < ?1", day);
        }
    }
}
