package org.dohyo.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The keys of a vote, and whether it is held back. */
@Entity
class JudgedVote {

    @Id
    UUID voteId;

    Instant at;

    byte[] voterTag;

    byte[] network;

    byte[] prompt;

    /** Why a check could not run; null if all ran. */
    String notRun;

    /** Null if the vote counts as far as the detectors are concerned. */
    @Enumerated(EnumType.STRING)
    Standing held;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<JudgedVote, UUID> {

        /** The suspect's votes that aren't held back as its standing says, or are though it says nothing. */
        List<UUID> unsettled(Suspect suspect) {
            String key = switch (suspect.kind) {
                case VOTER -> "voterTag";
                case NETWORK -> "network";
                case PROMPT -> "prompt";
                case ARRIVAL -> null;
            };
            if (key == null) {
                return List.of();
            }
            String votes = "select voteId from JudgedVote where " + key + " = ?1 and ";
            return (suspect.standing.holds()
                    ? find(votes + "(held is null or held <> ?2)", suspect.key, suspect.standing)
                    : find(votes + "held is not null", (Object) suspect.key)).project(UUID.class).list();
        }

        JudgedVote locked(UUID vote) {
            return findById(vote, LockModeType.PESSIMISTIC_WRITE);
        }

        /** Why checks of the newest votes could not run, the newest first. */
        List<Optional<String>> newestFailures(int most) {
            return find("select notRun from JudgedVote order by at desc").page(0, most).project(String.class).list()
                    .stream().map(Optional::ofNullable).toList();
        }

        void forgetKeys(byte[] voterTag) {
            update("network = null, prompt = null where voterTag = ?1", (Object) voterTag);
        }
    }
}
