package org.dohyo.support.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recognises the PostgreSQL processes that use one cluster directory. */
final class ServerProcesses {

    private static final Path PROC = Path.of("/proc");

    private final Path cluster;

    ServerProcesses(Path cluster) {
        this.cluster = cluster;
    }

    /** The process id may have been reused since; only a process that uses this directory counts. */
    boolean ours(long pid) {
        if (!Files.isDirectory(PROC)) {
            return ProcessHandle.of(pid).flatMap(p -> p.info().command()).filter(c -> c.contains("postgres"))
                    .isPresent();
        }
        return worksHere(PROC.resolve(Long.toString(pid)));
    }

    /**
     * Any process of the cluster, the postmaster or one that it left behind: a new server refuses to start until the
     * last of them is gone.
     */
    boolean any() {
        return ProcessHandle.allProcesses().anyMatch(process -> Files.isDirectory(PROC) && ours(process.pid()));
    }

    /**
     * The process has ended but hasn't been reaped by its parent; PostgreSQL would still take it for a running server.
     */
    static boolean zombie(long pid) {
        return state(pid).filter("Z"::equals).isPresent();
    }

    private boolean worksHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> state(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            // The name in parentheses may itself contain parentheses and blanks.
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
