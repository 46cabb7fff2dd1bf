package org.dohyo.replica;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.dohyo.support.BeatGate;
import org.dohyo.support.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/** This process among the others. */
@ApplicationScoped
public class Replicas {

    private static final Logger LOG = Logger.getLogger(Replicas.class);

    private final Replica.Repository replicas;
    private final EntityManager entities;
    private final int port;
    private final String id = UUID.randomUUID().toString();
    private final String token = Tokens.fresh();
    private String url;

    public Replicas(Replica.Repository replicas, EntityManager entities, ReplicaConfig config,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.replicas = replicas;
        this.entities = entities;
        this.url = config.url().orElse(null);
        this.port = port;
    }

    /** Where another replica is called, and the token that it admits. */
    public record Peer(String url, String token) {
    }

    /** This process's name in the database, for as long as it runs. */
    public String id() {
        return id;
    }

    /** Another replica that is alive; empty for this one and for one that is gone. */
    @Transactional
    public Optional<Peer> peer(String other) {
        if (other == null || other.equals(id)) {
            return Optional.empty();
        }
        return replicas.alive(other).map(replica -> new Peer(replica.url, replica.token));
    }

    /** True for the token with which another replica calls this one. */
    boolean admits(String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.US_ASCII),
                given.getBytes(StandardCharsets.UTF_8));
    }

    /** Must be called every second: a replica whose row is four seconds old counts as gone. */
    @Transactional
    public synchronized void renew() {
        if (url == null) {
            url = urlSeenByTheDatabase();
        }
        replicas.renew(id, url, token);
    }

    @Scheduled(identity = "forget-replicas", every = "1h", delayed = "1m", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void forgetGone() {
        replicas.forgetGone();
    }

    private String urlSeenByTheDatabase() {
        Object address = entities
                .createNativeQuery("select coalesce(host(inet_client_addr()), '127.0.0.1')", String.class)
                .getSingleResult();
        String host = address.toString();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Others no longer call this process. */
    void leave(@Observes ShutdownEvent event) {
        try {
            QuarkusTransaction.requiringNew().run(() -> replicas.deleteById(id));
        } catch (RuntimeException e) {
            LOG.debug("The row of this replica could not be deleted; it expires by itself", e);
        }
    }
}
