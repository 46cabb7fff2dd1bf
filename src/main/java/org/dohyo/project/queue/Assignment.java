package org.dohyo.project.queue;

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
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** An item in an annotator's hands. */
@Entity
@Table(name = "project_assignment")
public class Assignment {

    @Id
    public UUID id;

    public long projectId;

    public long itemId;

    public long memberId;

    @Enumerated(EnumType.STRING)
    public AssignmentKind kind = AssignmentKind.PLAIN;

    /** True if the item's first model is shown on the side B. */
    public boolean swapped;

    @Enumerated(EnumType.STRING)
    public AssignmentState state;

    public Instant reservedAt;

    /** Until when nobody else gets the item in its stead. */
    public Instant until;

    /** When it was judged or skipped; null before. */
    public Instant decidedAt;

    public String skipReason;

    /** The annotator's remark, or null. */
    public String comment;

    /** True once the judgement is in the project's log. */
    public boolean logged;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Assignment, UUID> {

        Optional<Assignment> reservedBy(long memberId) {
            return find("memberId = ?1 and state = ?2", memberId, AssignmentState.RESERVED)
                    .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }

        /** The annotator's assignment, its row locked. */
        public Optional<Assignment> lock(UUID id, long memberId) {
            return find("id = ?1 and memberId = ?2", id, memberId).withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResultOptional();
        }

        public List<Assignment> of(long memberId) {
            return list("memberId = ?1 order by reservedAt", memberId);
        }

        /** Judgements that aren't in the project's log, in the order in which they were given. */
        public List<Assignment> unlogged(long projectId, int most) {
            return find("projectId = ?1 and state = ?2 and logged = false order by decidedAt, id", projectId,
                    AssignmentState.JUDGED).page(0, most).list();
        }

        /** The projects that have such judgements. */
        public List<Long> projectsToLog(int most) {
            return find("""
                    select distinct a.projectId from Assignment a where a.state = ?1 and a.logged = false
                    order by a.projectId""", AssignmentState.JUDGED).project(Long.class).page(0, most).list();
        }

        public long count(long projectId, AssignmentState state) {
            return count("projectId = ?1 and state = ?2", projectId, state);
        }

        /** Those of items whose answer is not known, repeats left out. */
        long countPlain(long projectId, AssignmentState state) {
            return count("""
                    projectId = ?1 and state = ?2 and kind = ?3
                    and itemId not in (select i.id from Item i where i.projectId = ?1 and i.known is not null)""",
                    projectId, state, AssignmentKind.PLAIN);
        }

        /** Items with a known answer and repeats that were judged. */
        long countChecks(long projectId) {
            return count("projectId = ?1 and state = ?2 and kind <> ?3", projectId, AssignmentState.JUDGED,
                    AssignmentKind.PLAIN);
        }
    }
}
