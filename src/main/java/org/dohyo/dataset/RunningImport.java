package org.dohyo.dataset;

import java.util.UUID;

/** An import that this replica reads or stores: how far it is, and whether it is to end. */
final class RunningImport {

    private final UUID id;
    private volatile long read;
    private volatile boolean storing;
    private volatile boolean cancelled;

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

    /** The file is read to its end: from here on all its votes are stored, whatever is asked. */
    void stores() {
        storing = true;
    }

    /** Ends it while the file is read: nothing of it is stored. */
    void cancel() {
        cancelled = true;
    }
}
