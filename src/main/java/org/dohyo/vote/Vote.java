package org.dohyo.vote;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.dohyo.battle.Outcome;
import org.dohyo.battle.Reason;
import org.dohyo.battle.Side;
import org.dohyo.battle.Stratum;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** One judgement. Its key is the battle, so that a battle can't have two. */
@Entity
public class Vote {

    @Id
    public UUID battleId;

    public UUID id;

    public Long voterId;

    public byte[] voterTag;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    @Column(name = "reasons_a")
    public String[] reasonsA;

    @Column(name = "reasons_b")
    public String[] reasonsB;

    public String comment;

    /** {@code overall} first. */
    public String[] categories;

    /** The version of the rules that assigned the categories; null for imported categories. */
    public String categoriesVersion;

    @Column(name = "style_a")
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> styleA;

    @Column(name = "style_b")
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> styleB;

    /** SHA-256 of the salt and the conversation, with which the log can be verified later. */
    public byte[] commitment;

    public byte[] commitmentSalt;

    /** Null, as the group is, for imported votes and those that are older than the strata. */
    @Enumerated(EnumType.STRING)
    Stratum stratum;

    /** The keyed hash of the first prompt; the same for the same prompt. */
    byte[] promptGroup;

    public boolean counted;

    public String notCountedReason;

    /** The words of an answer that name its model or its maker; null where none do. */
    public String revealingWord;

    public Instant withdrawnAt;

    public Instant excludedAt;

    public String excludedReason;

    public Instant castAt;

    /** The signed promise that the vote will be in the log; null if none was made. */
    String promise;

    /** @param notCountedReason null for a vote that counts */
    public record Cast(Instant castAt, String notCountedReason, String categoriesVersion) {

        /** True unless the vote was imported. */
        public boolean here() {
            return categoriesVersion != null;
        }
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Vote, UUID> {

        /**
         * The newest of these votes that were cast from one time to before another, the newest first.
         *
         * @param models the ids of the selection's models, at least one if it is by model
         */
        List<Vote> newest(VoteSelection selection, Collection<Long> models, Instant from, Instant before, int limit) {
            Map<String, Object> values = selection.values();
            values.put("from", from);
            values.put("before", before);
            if (selection.byModel()) {
                values.put("models", models);
            }
            String battle = selection.byBattle() ? "join BattleSummary s on s.id = v.battleId" : "";
            return find("select v from Vote v " + battle + " where v.castAt >= :from and v.castAt < :before"
                    + selection.condition() + " order by v.castAt desc, v.id", values).page(0, limit).list();
        }

        /** The time of the vote that has so many newer ones before that time; empty if there are fewer. */
        Optional<Instant> castAtBehind(int newer, Instant before) {
            return find("select castAt from Vote where castAt < ?1 order by castAt desc", before).page(newer, 1)
                    .project(Instant.class).firstResultOptional();
        }

        /** The newest votes that aren't withdrawn, the newest first. */
        public List<Cast> newest(int limit) {
            return find("select castAt, notCountedReason, categoriesVersion from Vote where withdrawnAt is null"
                    + " order by castAt desc").page(0, limit).project(Cast.class).list();
        }

        public boolean anyCast() {
            return find("select 1 from Vote where withdrawnAt is null").page(0, 1).project(Integer.class)
                    .firstResultOptional().isPresent();
        }

        /** The number of votes cast here after a time and not withdrawn; imported ones have no version of the rules. */
        public long castSince(Instant since) {
            return count("castAt > ?1 and withdrawnAt is null and categoriesVersion is not null", since);
        }

        /** Excludes each vote of a voter that is in the ratings. */
        void excludeAll(long voter, String reason, Instant now) {
            update("excludedAt = ?1, excludedReason = ?2 where voterId = ?3 and withdrawnAt is null and excludedAt is null",
                    now, reason, voter);
        }

        public long withdrawnSince(long voterId, Instant since) {
            return count("voterId = ?1 and withdrawnAt > ?2", voterId, since);
        }
    }

    List<Reason> reasons(Side side) {
        return Stream.of(side == Side.A ? reasonsA : reasonsB).map(Reason::ofLabel).toList();
    }

    static String[] labels(List<Reason> reasons) {
        return reasons == null ? new String[0] : reasons.stream().distinct().map(Reason::label).toArray(String[]::new);
    }
}
