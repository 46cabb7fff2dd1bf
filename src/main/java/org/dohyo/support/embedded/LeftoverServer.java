package org.dohyo.support.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.dohyo.support.StartFailure;

/**
 * Stops the PostgreSQL server that a killed run left behind in a cluster directory. Only the holder of the data
 * directory's lock may use it; otherwise it would stop the database of a running arena.
 */
final class LeftoverServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BEAT_MILLIS = 50;

    private final Path cluster;
    private final ServerProcesses processes;

    LeftoverServer(Path cluster) {
        this.cluster = cluster;
        this.processes = new ServerProcesses(cluster);
    }

    /** Returns when no process uses the directory any more. */
    void end() throws IOException, InterruptedException {
        Optional<PostmasterPid> postmaster = PostmasterPid.read(cluster);
        if (postmaster.isPresent()) {
            long pid = postmaster.get().pid();
            if (processes.ours(pid)) {
                interrupt(pid);
                await(() -> !fileNames(pid), pid);
            }
            await(() -> !ServerProcesses.zombie(pid), pid);
        }
        await(() -> !processes.any(), postmaster.map(PostmasterPid::pid).orElse(0L));
    }

    private boolean fileNames(long pid) {
        try {
            // Without a living owner the file is never deleted, as after a kill during the shutdown.
            return processes.ours(pid) && PostmasterPid.read(cluster).filter(p -> p.pid() == pid).isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    /** SIGINT: PostgreSQL's fast shutdown. Java itself can only send SIGTERM, which waits for every client to leave. */
    private static void interrupt(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(pid))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private void await(BooleanSupplier condition, long pid) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        "An earlier PostgreSQL (process %d) in %s did not end within %d seconds: end it and start again."
                                .formatted(pid, cluster, PATIENCE.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
        }
    }
}
