package org.dohyo.vote.imported;

import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Reads the imported votes that are logged in the next pass while those of this one are written and counted. For the
 * one thread that runs the passes.
 */
@ApplicationScoped
class ReadAhead {

    private static final Logger LOG = Logger.getLogger(ReadAhead.class);

    private final Vertx vertx;
    private final AgroalDataSource database;
    private volatile Future<NextVotes> read = Future.failedFuture("nothing was to be read");

    ReadAhead(Vertx vertx, AgroalDataSource database) {
        this.vertx = vertx;
        this.database = database;
    }

    /** Begins to read the votes of at most {@code blocks} blocks that are queued after a place. */
    void begin(long place, int blocks) {
        read = vertx.executeBlocking(() -> {
            try (Connection connection = database.getConnection()) {
                return NextVotes.after(connection, place, blocks);
            }
        }, false);
    }

    /** Returns, once, the votes that were read; empty if there are none, or one of them can't be logged as it is. */
    Optional<NextVotes> end() {
        Future<NextVotes> ended = read;
        read = Future.failedFuture("it was returned");
        try {
            return Optional.of(ended.toCompletionStage().toCompletableFuture().get())
                    .filter(votes -> votes.size() > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.debug("No votes were read ahead", e);
            return Optional.empty();
        }
    }
}
