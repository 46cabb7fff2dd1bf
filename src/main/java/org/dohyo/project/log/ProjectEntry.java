package org.dohyo.project.log;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.dohyo.project.judgement.CountedJudgements;
import org.dohyo.vote.LogLeaf;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** An entry of a project's log; it is never changed. */
@Entity
@Table(name = "project_entry")
@IdClass(ProjectEntry.Key.class)
public class ProjectEntry {

    /** A project and a place in its log. */
    public record Key(long projectId, long position) implements Serializable {
    }

    @Id
    long projectId;

    /** From 0. */
    @Id
    long position;

    @Enumerated(EnumType.STRING)
    EntryKind kind;

    /** The judgement; null for a statement. */
    UUID assignmentId;

    /** Canonical JSON. */
    String leaf;

    byte[] leafHash;

    /** That of the judgement's commitment to the texts; null for a statement. */
    byte[] salt;

    Instant loggedAt;

    static ProjectEntry of(long projectId, long position, EntryKind kind, LogLeaf leaf, Instant now) {
        ProjectEntry entry = new ProjectEntry();
        entry.projectId = projectId;
        entry.position = position;
        entry.kind = kind;
        entry.leaf = leaf.json();
        entry.leafHash = leaf.hash();
        entry.loggedAt = now;
        return entry;
    }

    /** What is hashed. */
    byte[] bytes() {
        return leaf.getBytes(StandardCharsets.UTF_8);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ProjectEntry, Key> {

        Optional<ProjectEntry> ofJudgement(long projectId, UUID assignment) {
            return find("projectId = ?1 and assignmentId = ?2", projectId, assignment).firstResultOptional();
        }

        List<ProjectEntry> between(long projectId, long from, long to) {
            return list("projectId = ?1 and position >= ?2 and position < ?3 order by position", projectId, from, to);
        }

        /** The positions of judgements on items with a known answer, but for repeats. */
        List<Long> known(long projectId) {
            return find("""
                    select e.position from ProjectEntry e join Assignment a on a.id = e.assignmentId
                        join Item i on i.id = a.itemId
                    where e.projectId = ?1 and a.kind <> org.dohyo.project.queue.AssignmentKind.REPEAT
                    and not (""" + CountedJudgements.ORDINARY + ") order by e.position", projectId)
                    .project(Long.class).list();
        }

        List<byte[]> hashes(long projectId, long from, long to) {
            return find("""
                    select e.leafHash from ProjectEntry e
                    where e.projectId = ?1 and e.position >= ?2 and e.position < ?3 order by e.position""", projectId,
                    from, to).project(byte[].class).list();
        }
    }
}
