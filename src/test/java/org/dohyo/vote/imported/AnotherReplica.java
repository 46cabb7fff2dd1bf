package org.dohyo.vote.imported;

import java.time.Clock;

import org.dohyo.vote.VoteLog;

import io.agroal.api.AgroalDataSource;
import io.vertx.core.Vertx;

/** A second replica's log of imported votes, which reads ahead by itself. */
public final class AnotherReplica {

    private AnotherReplica() {
    }

    public static ImportedLog importedLog(VoteLog log, Vertx vertx, AgroalDataSource database, Clock clock) {
        return new ImportedLog(log, new ReadAhead(vertx, database), clock);
    }
}
