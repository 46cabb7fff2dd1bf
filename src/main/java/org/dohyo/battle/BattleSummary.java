package org.dohyo.battle;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A battle with the names of its models and the beginning of its first prompt: a view that other rooms may query. */
@Entity
@Immutable
@Table(name = "battle_summary")
public class BattleSummary {

    @Id
    public UUID id;

    public Long voterId;

    @Enumerated(EnumType.STRING)
    public Battle.Origin origin;

    @Enumerated(EnumType.STRING)
    public BattleState state;

    public int turn;

    public boolean blind;

    public Instant createdAt;

    @Column(name = "model_a")
    public long modelA;

    @Column(name = "slug_a")
    public String slugA;

    @Column(name = "name_a")
    public String nameA;

    @Column(name = "model_b")
    public long modelB;

    @Column(name = "slug_b")
    public String slugB;

    @Column(name = "name_b")
    public String nameB;

    /** At most 300 characters; null for an imported battle and where the texts were erased. */
    public String prompt;

    /** When its voter asked to keep it out of public data, or null. */
    public Instant withheldAt;

    /** True once its voter may see the models' names. */
    public boolean revealed() {
        return !blind || state.judged();
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<BattleSummary, UUID> {

        /** The existing battles among these, by id. */
        public Map<UUID, BattleSummary> byIds(Collection<UUID> ids) {
            return list("id in ?1", ids).stream().collect(Collectors.toMap(battle -> battle.id, Function.identity()));
        }

        /**
         * The voter's battles that began before then and that the voter hasn't deleted, newest first.
         *
         * @param words of a prompt, in any case; empty for all battles
         */
        public List<BattleSummary> ofVoter(long voterId, Instant before, String words, int limit) {
            return find("""
                    from BattleSummary s where s.voterId = ?1 and s.createdAt < ?2
                    and not exists (select 1 from Battle b where b.id = s.id and b.removedAt is not null)
                    and (?3 = '' or exists (select 1 from Turn t
                        where t.battleId = s.id and locate(lower(?3), lower(t.prompt)) > 0))
                    order by s.createdAt desc, s.id""", voterId, before, words).page(0, limit).list();
        }
    }
}
