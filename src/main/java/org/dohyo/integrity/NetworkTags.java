package org.dohyo.integrity;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;

import org.dohyo.support.BeatGate;
import org.dohyo.support.Hashes;
import org.dohyo.support.Networks;
import org.dohyo.vote.VoteCast;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Notes which votes of a day came from one network, by a tag that nobody can trace back once the day's key is deleted.
 * It is written a moment after the vote, so that a vote costs no more; a tag that is lost in a crash is a check that
 * could not run.
 */
@ApplicationScoped
class NetworkTags {

    private static final int TAG_BYTES = 16;
    private static final int KEY_DAYS = 1;
    private static final int TAG_DAYS = 2;

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final CurrentVertxRequest request;
    private final DaySalt.Repository salts;
    private final VoteNetwork.Repository networks;
    private final Clock clock;

    NetworkTags(CurrentVertxRequest request, DaySalt.Repository salts, VoteNetwork.Repository networks, Clock clock) {
        this.request = request;
        this.salts = salts;
        this.networks = networks;
        this.clock = clock;
    }

    private record Seen(UUID vote, LocalDate day, String network) {
    }

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) VoteCast vote) {
        network().ifPresent(network -> seen.add(new Seen(vote.vote(), today(), network)));
    }

    private Optional<String> network() {
        RoutingContext call = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return Optional.ofNullable(call).map(served -> Networks.of(served.request().remoteAddress().hostAddress()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Writes the tags of this replica's votes. */
    @Scheduled(identity = "network-tags", every = "1s", delayed = "1s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void write() {
        for (Seen next = seen.poll(); next != null; next = seen.poll()) {
            networks.persist(VoteNetwork.of(next.vote, next.day, tag(salts.of(next.day), next.network)));
        }
    }

    /** The tag of a text under a key. */
    static byte[] tag(byte[] salt, String text) {
        return Arrays.copyOf(Hashes.sha256(salt, text.getBytes(StandardCharsets.UTF_8)), TAG_BYTES);
    }

    @Scheduled(identity = "network-tags-forgotten", every = "1h", delayed = "2m", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void forget() {
        salts.forgetBefore(today().minusDays(KEY_DAYS));
        networks.forgetBefore(today().minusDays(TAG_DAYS));
    }
}
