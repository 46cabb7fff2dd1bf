package org.dohyo.dataset.release;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.BattleData;
import org.hibernate.Session;

/** The public releases that have a battle's texts: they are withdrawn once the texts are erased or withheld. */
@ApplicationScoped
@Priority(50)
class ReleaseData implements BattleData {

    private final Session database;
    private final Release.Repository releases;
    private final ReleaseBattle.Repository battles;
    private final Releases life;

    ReleaseData(Session database, Release.Repository releases, ReleaseBattle.Repository battles, Releases life) {
        this.database = database;
        this.releases = releases;
        this.battles = battles;
        this.life = life;
    }

    @Override
    public Map<UUID, Map<String, Object>> export(Collection<UUID> ids) {
        Map<UUID, List<Long>> published = battles.list("battleId in ?1 order by releaseId", ids).stream()
                .collect(Collectors.groupingBy(row -> row.battleId,
                        Collectors.mapping(row -> row.releaseId, Collectors.toList())));
        return ids.stream().collect(Collectors.toMap(Function.identity(),
                id -> Map.of("releases", published.getOrDefault(id, List.of()))));
    }

    @Override
    public void eraseTexts(Collection<UUID> ids) {
        withdraw(ids, WithdrawalCause.ERASED);
    }

    @Override
    public void withhold(UUID battle) {
        withdraw(List.of(battle), WithdrawalCause.WITHHELD);
    }

    /** The lock makes a publication that is about to end wait for this erasure, or this erasure find it. */
    private void withdraw(Collection<UUID> ids, WithdrawalCause cause) {
        database.createNativeQuery("select 1 from " + Publication.LOCK.formatted("_shared"), Integer.class)
                .getSingleResult();
        releases.with(ids).forEach(release -> life.withdraw(release, cause));
    }

    @Override
    public void forgetVoter(Collection<UUID> ids) {
        // A release names no voter but by the tag of the public log.
    }
}
