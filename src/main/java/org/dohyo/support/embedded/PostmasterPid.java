package org.dohyo.support.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file in which a running PostgreSQL describes itself; {@code port} is 0 until it listens. */
record PostmasterPid(long pid, int port) {

    static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;

    /** Empty if no server ran here, if it was shut down cleanly, or if a crash truncated the file. */
    static Optional<PostmasterPid> read(Path cluster) throws IOException {
        try {
            return parse(Files.readAllLines(cluster.resolve(FILE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static Optional<PostmasterPid> parse(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        int port = lines.size() > PORT_LINE ? (int) number(lines.get(PORT_LINE)) : 0;
        // A single-user backend writes its process id negated.
        long pid = Math.abs(number(lines.get(0)));
        return pid == 0 ? Optional.empty() : Optional.of(new PostmasterPid(pid, port));
    }

    private static long number(String line) {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
