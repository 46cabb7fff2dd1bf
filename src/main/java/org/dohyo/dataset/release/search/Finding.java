package org.dohyo.dataset.release.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.dohyo.battle.Exchange;
import org.dohyo.dataset.exports.ExportedVote;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A place in a text of a draft that looks personal. It is redacted unless a reviewer keeps it. */
@Entity
@Table(name = "release_finding")
public class Finding {

    /** The text of a turn that has it. */
    public enum Place {
        PROMPT,
        A,
        B;

        public String text(Exchange turn) {
            return switch (this) {
                case PROMPT -> turn.prompt();
                case A -> turn.answerA();
                case B -> turn.answerB();
            };
        }
    }

    /** A place without its release, by which a decision is found again. */
    public record Key(UUID battleId, int turn, Place place, Detector kind, int first) {
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long releaseId;

    public UUID battleId;

    public int turn;

    @Enumerated(EnumType.STRING)
    public Place place;

    @Enumerated(EnumType.STRING)
    public Detector kind;

    public int first;

    public int last;

    /** Who decided that the place stays; null if it is redacted. */
    public String keptBy;

    private static Finding of(long release, UUID battle, int turn, Place place, Span span) {
        Finding finding = new Finding();
        finding.releaseId = release;
        finding.battleId = battle;
        finding.turn = turn;
        finding.place = place;
        finding.kind = span.kind();
        finding.first = span.first();
        finding.last = span.last();
        return finding;
    }

    /** All places of a vote's texts. */
    public static List<Finding> in(long release, ExportedVote vote) {
        List<Finding> found = new ArrayList<>();
        Iterator<List<Span>> spans = Detector.find(texts(vote)).iterator();
        for (Exchange turn : vote.texts()) {
            for (Place place : Place.values()) {
                spans.next().forEach(span -> found.add(of(release, vote.battleId(), turn.turn(), place, span)));
            }
        }
        return found;
    }

    /** Of each turn the text of each {@link Place}, in that order. */
    static List<String> texts(ExportedVote vote) {
        return vote.texts().stream().flatMap(turn -> Stream.of(Place.values()).map(place -> place.text(turn))).toList();
    }

    public Key key() {
        return new Key(battleId, turn, place, kind, first);
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Finding, Long> {

        public List<Finding> after(long release, long id, int limit) {
            return find("releaseId = ?1 and id > ?2 order by id", release, id).page(0, limit).list();
        }

        public List<Finding> kept(long release) {
            return list("releaseId = ?1 and keptBy is not null", release);
        }

        public List<Finding> kept(long release, Collection<UUID> battles) {
            return list("releaseId = ?1 and keptBy is not null and battleId in ?2", release, battles);
        }
    }
}
