package org.dohyo.project.judgement;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A passage of an answer that an annotator marked as good or bad. */
@Entity
@Table(name = "project_highlight")
@IdClass(Highlight.Key.class)
public class Highlight {

    @Id
    public UUID assignmentId;

    /** True if it is of the answer of the item's first model, whatever side that was on. */
    @Id
    public boolean ofFirst;

    /** From 1. */
    @Id
    public int turn;

    /** In UTF-16 units of the answer's raw text. */
    @Id
    public int begins;

    /** Excluded. */
    public int ends;

    @Enumerated(EnumType.STRING)
    public HighlightKind kind;

    /** The annotator's words on the passage, or null. */
    public String note;

    /** A judgement and a place in its answers. */
    public record Key(UUID assignmentId, boolean ofFirst, int turn, int begins) implements Serializable {
    }

    /** A passage with the model whose answer it is of, and the annotator's number. */
    record Placed(boolean ofFirst, int turn, int begins, int ends, HighlightKind kind, String note, long modelA,
            long modelB, int annotator) {

        long model() {
            return ofFirst ? modelA : modelB;
        }
    }

    Key key() {
        return new Key(assignmentId, ofFirst, turn, begins);
    }

    boolean overlaps(Highlight other) {
        return ofFirst == other.ofFirst && turn == other.turn && begins < other.ends && other.begins < ends;
    }

    boolean says(Highlight other) {
        return key().equals(other.key()) && ends == other.ends && kind == other.kind
                && Objects.equals(note, other.note);
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Highlight, Highlight.Key> {

        List<Highlight> of(UUID assignment) {
            return of(List.of(assignment));
        }

        /** In the order of the text. */
        public List<Highlight> of(Collection<UUID> assignments) {
            return list("assignmentId in ?1 order by ofFirst desc, turn, begins", assignments);
        }

        /** The first of those in the answers to a prompt, in the order of the texts. */
        List<Placed> at(long promptId, int most) {
            return find("""
                    select h.ofFirst, h.turn, h.begins, h.ends, h.kind, h.note, i.modelA, i.modelB, m.number
                    from Highlight h join Assignment a on a.id = h.assignmentId join Item i on i.id = a.itemId
                        join Member m on m.id = a.memberId
                    where i.promptId = ?1 order by h.turn, h.begins, h.ends, m.number""", promptId)
                    .project(Placed.class).page(0, most).list();
        }

        /** Deletes everything that the annotator has marked. */
        void forget(long memberId) {
            delete("assignmentId in (select a.id from Assignment a where a.memberId = ?1)", memberId);
        }
    }
}
