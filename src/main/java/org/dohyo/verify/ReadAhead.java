package org.dohyo.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads files that will be needed beside the work on those before, some at a time. */
final class ReadAhead implements AutoCloseable {

    private final Source source;
    private final ExecutorService threads;
    private final Map<String, Future<byte[]>> wanted = new HashMap<>();

    /** @param atOnce how many files are read at a time */
    ReadAhead(Source source, int atOnce) {
        this.source = source;
        this.threads = Executors.newFixedThreadPool(atOnce, work -> {
            Thread thread = new Thread(work, "read-ahead");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to read a file, unless it was wanted before. */
    void want(String path, int most) {
        wanted.computeIfAbsent(path, file -> threads.submit(() -> source.read(file, most)));
    }

    /** As {@link Source#read}; a file that was wanted is given out once. */
    byte[] read(String path, int most) {
        Future<byte[]> file = wanted.remove(path);
        if (file == null) {
            return source.read(path, most);
        }
        try {
            return file.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Source.UnreachableException("interrupted");
        }
    }

    /** What is still being read is given up. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
