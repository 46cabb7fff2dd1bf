package org.dohyo.battle.api;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.stream.Streams;
import org.dohyo.replica.PeerCalls;
import org.dohyo.replica.Replicas;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/**
 * Passes calls that only the replica with a battle's streams can serve on to it: the events, a stop, and a retry beside
 * an answer that streams. If that replica can't be reached, the call is served here from the rows.
 */
@ApplicationScoped
class OwnersCalls {

    /** After the guards, before the resources. */
    private static final int PRIORITY = 10;
    private static final Pattern PATH = Pattern
            .compile("/api/battles/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(?:events|stop|retry)");

    private final Streams streams;
    private final Battle.Repository battles;
    private final Replicas replicas;
    private final PeerCalls peers;

    OwnersCalls(Streams streams, Battle.Repository battles, Replicas replicas, PeerCalls peers) {
        this.streams = streams;
        this.battles = battles;
        this.replicas = replicas;
        this.peers = peers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::route, PRIORITY);
    }

    private void route(RoutingContext call) {
        Matcher path = PATH.matcher(call.normalizedPath());
        if (!path.matches() || peers.isPassedOn(call)) {
            call.next();
            return;
        }
        UUID battle = UUID.fromString(path.group(1));
        // Most calls come to the replica that streams, or to the only one: they cost no query.
        if (streams.streams(battle)) {
            call.next();
            return;
        }
        call.request().pause();
        call.vertx().executeBlocking(() -> owner(battle), false)
                .compose(owner -> owner.isEmpty() ? Future.succeededFuture(false)
                        : peers.passOn(call, owner.get()).map(true))
                .otherwise(false)
                .onSuccess(passedOn -> {
                    if (!passedOn) {
                        call.request().resume();
                        call.next();
                    }
                });
    }

    /** The other replica that streams the battle now. */
    @Transactional
    Optional<Replicas.Peer> owner(UUID battle) {
        return battles.find("select owner from Battle where id = ?1 and state = ?2", battle, BattleState.STREAMING)
                .project(String.class).firstResultOptional().flatMap(replicas::peer);
    }
}
