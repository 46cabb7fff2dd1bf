package org.dohyo.project.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A person's part in a project. */
@Entity
@Table(name = "project_member")
public class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    @Enumerated(EnumType.STRING)
    public MemberRole role;

    /** The name of an owner's or viewer's account; else null. */
    public String account;

    /** Recognises an annotator; null for others, and once the annotator's data were erased. */
    public Long voterId;

    /**
     * Recognises an annotator who came as a signed-in person, also in another browser; null for others, and once the
     * annotator's data were erased.
     */
    public byte[] person;

    /** The link by which the annotator came, or null. */
    public Long invitationId;

    /** The pseudonym: the place in the order of joining, from 1. */
    public int number;

    /** The most judgements that the annotator may give; null for any number. */
    public Integer quota;

    /** The place in the plan of the last item that the annotator got; the next is looked for behind it. */
    public int cursorPlace;

    /** How many items the annotator has judged. */
    public int judged;

    public Instant joinedAt;

    /** Since when the judgements don't count; null if they do. */
    public Instant leftOutAt;

    public String leftOutWhy;

    /** True for an annotator who may judge on. */
    public boolean isBelowQuota() {
        return quota == null || judged < quota;
    }

    /** Nothing leads from the annotator to a voter or a person any more. */
    public void forgetIdentity() {
        voterId = null;
        person = null;
    }

    static Member of(long projectId, MemberRole role, int number, Instant now) {
        Member member = new Member();
        member.projectId = projectId;
        member.role = role;
        member.number = number;
        member.joinedAt = now;
        return member;
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Member, Long> {

        Optional<Member> findByAccount(long projectId, String account) {
            return find("projectId = ?1 and account = ?2", projectId, account).firstResultOptional();
        }

        Optional<Member> findByVoter(long projectId, long voterId) {
            return find("projectId = ?1 and voterId = ?2", projectId, voterId).firstResultOptional();
        }

        Optional<Member> findByPerson(long projectId, byte[] person) {
            return find("projectId = ?1 and person = ?2", projectId, person).firstResultOptional();
        }

        public List<Member> of(long projectId) {
            return list("projectId = ?1 order by number", projectId);
        }

        public List<Member> annotators(long projectId) {
            return list("projectId = ?1 and role = ?2 order by number", projectId, MemberRole.ANNOTATOR);
        }

        List<Long> projectsOf(String account) {
            return find("select m.projectId from Member m where m.account = ?1", account).project(Long.class).list();
        }

        /** The member, its row locked, so that two pages of one annotator come one after another. */
        public Optional<Member> lock(long id) {
            return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }

        public List<Member> ofVoter(long voterId) {
            return list("voterId = ?1 order by id", voterId);
        }

        /** One more than the highest number; the caller holds the project's row. */
        int nextNumber(long projectId) {
            return find("select coalesce(max(m.number), 0) + 1 from Member m where m.projectId = ?1", projectId)
                    .project(Integer.class).singleResult();
        }
    }
}
