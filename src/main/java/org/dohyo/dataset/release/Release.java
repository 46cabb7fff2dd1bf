package org.dohyo.dataset.release;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.dohyo.dataset.exports.ExportSelection;
import org.hibernate.Timeouts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A public set of votes with their texts. After its publication only its withdrawal changes it. */
@Entity
public class Release {

    /** A draft is seen at the desk alone; a withdrawn release has no files any more. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public State state = State.DRAFT;

    public String title;

    @Enumerated(EnumType.STRING)
    public License license;

    /** A slug; empty for all. */
    public String category;

    /** The slug of a language; empty for all. */
    public String language;

    public Instant beginAt;

    public Instant endAt;

    /** The size of the log that the release covers. */
    public long logSize;

    /** The signed checkpoint of that size. */
    public String checkpoint;

    /** The number of battles that could be published when the draft was searched, and later of those that were. */
    public int battles;

    /** Null before the publication, as {@link #redactions} is. */
    public Long records;

    public Long redactions;

    /** True if the schedule made it. */
    public boolean scheduled;

    /** The withdrawn release in whose place this one stands, or null. */
    public Long replaces;

    public String madeBy;

    public Instant madeAt;

    public String publishedBy;

    public Instant publishedAt;

    public Instant withdrawnAt;

    /** Null unless the arena itself withdrew it. */
    @Enumerated(EnumType.STRING)
    public WithdrawalCause withdrawnCause;

    /** In the words of the admin who withdrew it; null if none did. */
    public String withdrawnReason;

    ExportSelection selection() {
        return new ExportSelection(category, language, beginAt, endAt, true, true, false);
    }

    /**
     * @param cause null if an admin withdraws it
     * @param reason in the admin's words; null for a cause
     */
    void withdraw(WithdrawalCause cause, String reason, Instant now) {
        state = State.WITHDRAWN;
        withdrawnAt = now;
        withdrawnCause = cause;
        withdrawnReason = reason;
    }

    /** Why it was withdrawn, in the language of those words; null if it wasn't. */
    String withdrawnReason(ReleaseMessages words) {
        return withdrawnCause == null ? withdrawnReason : withdrawnCause.in(words);
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Release, Long> {

        /** All releases, the newest first. */
        List<Release> newestFirst() {
            return list("order by id desc");
        }

        /** The releases that the public may see, the newest first. */
        List<Release> published() {
            return list("state <> ?1 order by publishedAt desc, id desc", State.DRAFT);
        }

        /** A draft that is to be searched further, locked; empty if there is none or other replicas have them. */
        Optional<Release> takeUnsearched() {
            return find("id in (select p.releaseId from Preparation p where p.failure is null) order by id")
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).firstResultOptional();
        }

        /** The draft that stands in place of a withdrawn release, if there is one. */
        Optional<Release> draftInPlaceOf(long withdrawn) {
            return find("replaces = ?1 and state = ?2 order by id", withdrawn, State.DRAFT).firstResultOptional();
        }

        /** True if a draft of the schedule is neither published nor discarded. */
        boolean scheduledAwaitsReview() {
            return count("scheduled and state = ?1", State.DRAFT) > 0;
        }

        /** The drafts of the schedule that are to be reviewed, and those whose search failed. */
        public long scheduledToReview() {
            return count("scheduled and state = ?1 and id not in (select p.releaseId from Preparation p "
                    + "where p.failure is null)", State.DRAFT);
        }

        /** Where the votes of the scheduled releases end; null if there are none. */
        Instant endOfLastScheduled() {
            return find("select max(endAt) from Release where scheduled").project(Instant.class).firstResult();
        }

        /** The published releases with a text of one of these battles. */
        List<Release> with(Collection<UUID> battles) {
            return list("""
                    from Release r where r.state = ?1
                    and r.id in (select b.releaseId from ReleaseBattle b where b.battleId in ?2)""", State.PUBLISHED,
                    battles);
        }
    }
}
