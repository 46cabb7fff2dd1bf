package org.dohyo.battle.play;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleData;
import org.dohyo.battle.stream.Streams;
import org.dohyo.voter.PersonalData;

import com.fasterxml.jackson.core.JsonGenerator;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * All data that the rooms store about a voter's battles. It is exported and erased with the voter's data; a moderator
 * can erase it for one battle. Running streams of an erased battle stop once the erasure is committed.
 */
@ApplicationScoped
@Priority(100)
public class BattleRecords implements PersonalData {

    private static final int BATTLES_AT_ONCE = 50;

    private final Battle.Repository battles;
    private final List<BattleData> rooms;
    private final Streams streams;
    private final Event<TextsErased> erasures;

    BattleRecords(Battle.Repository battles, @All List<BattleData> rooms, Streams streams,
            Event<TextsErased> erasures) {
        this.battles = battles;
        this.rooms = rooms;
        this.streams = streams;
        this.erasures = erasures;
    }

    private record TextsErased(UUID battle) {
    }

    @Override
    public void export(long voterId, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("battles");
        for (List<UUID> some : portions(QuarkusTransaction.requiringNew().call(() -> battles.idsOf(voterId)))) {
            for (Map<String, Object> battle : QuarkusTransaction.requiringNew().call(() -> members(some))) {
                json.writePOJO(battle);
            }
        }
        json.writeEndArray();
    }

    private Collection<Map<String, Object>> members(List<UUID> ids) {
        Map<UUID, Map<String, Object>> members = new LinkedHashMap<>();
        ids.forEach(id -> members.put(id, new LinkedHashMap<>()));
        rooms.forEach(room -> room.export(ids).forEach((id, more) -> members.get(id).putAll(more)));
        return members.values();
    }

    @Override
    public void erase(long voterId) {
        for (List<UUID> some : portions(battles.lockAll(voterId))) {
            rooms.forEach(room -> room.eraseTexts(some));
            rooms.forEach(room -> room.forgetVoter(some));
            some.forEach(id -> erasures.fire(new TextsErased(id)));
        }
    }

    /** Erases the texts of one battle, in the caller's transaction, which holds its row; voter, flags and vote stay. */
    public void eraseTexts(UUID battle) {
        rooms.forEach(room -> room.eraseTexts(List.of(battle)));
        erasures.fire(new TextsErased(battle));
    }

    /**
     * Removes one battle for its voter: erases its texts and its link, and hides it from then on. A counted vote stays
     * in the log. Runs in the caller's transaction, which holds the battle's row.
     */
    public void remove(Battle battle, Instant now) {
        battle.removedAt = now;
        eraseTexts(battle.id);
    }

    /**
     * Keeps a battle out of public data from now on, or allows it there again. Runs in the caller's transaction, which
     * holds the battle's row.
     */
    public void withhold(Battle battle, boolean withheld, Instant now) {
        if (withheld && battle.withheldAt == null) {
            battle.withheldAt = now;
            rooms.forEach(room -> room.withhold(battle.id));
        } else if (!withheld) {
            battle.withheldAt = null;
        }
    }

    void stopStreams(@Observes(during = TransactionPhase.AFTER_SUCCESS) TextsErased erased) {
        streams.drop(erased.battle());
    }

    private static List<List<UUID>> portions(List<UUID> ids) {
        List<List<UUID>> portions = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATTLES_AT_ONCE) {
            portions.add(ids.subList(from, Math.min(ids.size(), from + BATTLES_AT_ONCE)));
        }
        return portions;
    }
}
