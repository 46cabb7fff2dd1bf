package org.dohyo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds and kills all processes of the PostgreSQL in one directory, and no other. */
public final class ServerKill {

    private ServerKill() {
    }

    public static List<Long> pidsIn(Path cluster) {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid).filter(pid -> worksIn(cluster, pid)).toList();
    }

    /** One command for all of them, so that none has time to tidy up after another. */
    public static void kill9(List<Long> pids) throws IOException, InterruptedException {
        if (pids.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -9 \"$@\"", "kill"));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static boolean worksIn(Path cluster, long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")).equals(cluster.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
