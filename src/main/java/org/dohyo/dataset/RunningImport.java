package org.dohyo.dataset;

import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** An import that this replica is storing: how far it is, and whether it is to end. */
final class RunningImport {

    private final UUID id;
    private volatile long read;
    private volatile boolean storing;
    private volatile boolean cancelled;
    /** PostgreSQL's process that stores it; 0 while none does. */
    private int backend;

    RunningImport(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    long read() {
        return read;
    }

    boolean storing() {
        return storing;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** @throws ImportCancelled if it is to end */
    void reads(long record) throws ImportCancelled {
        read = record;
        if (cancelled) {
            throw new ImportCancelled();
        }
    }

    /** The transaction of the handle begins to store what was read. */
    synchronized void stores(Handle handle) throws ImportCancelled {
        reads(read);
        backend = handle.createQuery("select pg_backend_pid()").mapTo(Integer.class).one();
        storing = true;
    }

    /** From here on the transaction commits or rolls back, whatever is asked. */
    synchronized void stored() throws ImportCancelled {
        backend = 0;
        if (cancelled) {
            throw new ImportCancelled();
        }
    }

    /** Ends it, also within a statement: nothing of it is stored. */
    synchronized void cancel(Jdbi jdbi) {
        cancelled = true;
        if (backend != 0) {
            jdbi.useHandle(handle -> handle.createQuery("select pg_cancel_backend(:process)")
                    .bind("process", backend).mapTo(Boolean.class).one());
        }
    }
}
