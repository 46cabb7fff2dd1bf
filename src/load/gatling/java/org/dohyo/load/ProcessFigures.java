package org.dohyo.load;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What the arena's processes hold, looked at every ten seconds: memory, file handles, threads, connections and garbage
 * collections. Each look is a line of {@code figures.csv} beside the arena's data; the end is a Markdown table.
 */
final class ProcessFigures {

    private static final Duration EVERY = Duration.ofSeconds(10);
    // Classes are loaded and compiled, and pages are touched for the first time.
    private static final double WARM_UP_SECONDS = 600;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int SHOWN_COMPLAINTS = 20;

    private final PackagedArena arena;
    private final List<Look> looks = new ArrayList<>();
    private final Thread thread = new Thread(this::lookAgainAndAgain, "figures");
    private long begun;
    private volatile boolean over;

    /**
     * @param seconds since the start
     * @param jvm resident memory of the JVM, bytes
     * @param postgres memory of all processes of PostgreSQL, shared pages counted once, bytes
     * @param heap bytes of the heap in use, garbage included
     * @param committed bytes of the heap that the JVM has taken from the system
     * @param beyondHeap bytes of classes and compiled code
     * @param connections to the database, without that of these figures
     * @param collections of garbage since the start
     * @param pauses their seconds since the start
     * @param cpu seconds of the JVM since its start
     */
    private record Look(double seconds, long jvm, long postgres, int handles, int postgresHandles, int threads,
            double heap, double committed, double beyondHeap, int connections, double collections, double pauses,
            double cpu) {
    }

    ProcessFigures(PackagedArena arena) {
        this.arena = arena;
        thread.setDaemon(true);
    }

    void start() {
        begun = System.nanoTime();
        thread.start();
    }

    void stop() {
        over = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void lookAgainAndAgain() {
        Path file = arena.directory().resolve("figures.csv");
        try (Connection database = arena.database();
                PrintStream csv = new PrintStream(Files.newOutputStream(file), true)) {
            csv.println(
                    "seconds,jvmBytes,postgresBytes,handles,postgresHandles,threads,heapBytes,committedHeapBytes,beyondHeapBytes,"
                            + "connections,collections,pauseSeconds,cpuSeconds");
            while (!over) {
                Look look = look(database);
                looks.add(look);
                csv.printf("%.0f,%d,%d,%d,%d,%d,%.0f,%.0f,%.0f,%d,%.0f,%.3f,%.1f%n", look.seconds, look.jvm,
                        look.postgres,
                        look.handles, look.postgresHandles, look.threads, look.heap, look.committed, look.beyondHeap,
                        look.connections, look.collections, look.pauses, look.cpu);
                Thread.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            // The run is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Look look(Connection database) throws IOException, SQLException, InterruptedException {
        Path proc = Path.of("/proc/" + arena.pid());
        String metrics = arena.metrics();
        long postgres = 0;
        int postgresHandles = 0;
        for (ProcessHandle process : postgres()) {
            Path own = Path.of("/proc/" + process.pid());
            try {
                postgres += bytes(own.resolve("smaps_rollup"), "Pss:");
                postgresHandles += handles(own);
            } catch (IOException e) {
                // A connection's process that has just ended.
            }
        }
        return new Look((System.nanoTime() - begun) / 1e9, bytes(proc.resolve("status"), "VmRSS:"), postgres,
                handles(proc), postgresHandles, (int) field(proc.resolve("status"), "Threads:"),
                sum(metrics, "jvm_memory_used_bytes{area=\"heap\""),
                sum(metrics, "jvm_memory_committed_bytes{area=\"heap\""),
                sum(metrics, "jvm_memory_used_bytes{area=\"nonheap\""), connections(database),
                sum(metrics, "jvm_gc_pause_seconds_count"), sum(metrics, "jvm_gc_pause_seconds_sum"),
                sum(metrics, "process_cpu_time_ns_total") / 1e9);
    }

    private List<ProcessHandle> postgres() throws IOException {
        return ProcessHandle.of(arena.postmaster()).stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants())).toList();
    }

    private static int handles(Path proc) throws IOException {
        try (Stream<Path> handles = Files.list(proc.resolve("fd"))) {
            return (int) handles.count();
        }
    }

    /** A field that the kernel states in KiB. */
    private static long bytes(Path file, String name) throws IOException {
        return field(file, name) * 1024;
    }

    private static long field(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }

    private static double sum(String metrics, String start) {
        return metrics.lines().filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private static int connections(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where backend_type = 'client backend' and application_name <> 'figures'")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** @param complaints lines of the arena's log */
    void print(PrintStream out, List<String> complaints) {
        if (looks.isEmpty()) {
            out.println("No figures of the processes were read.");
            return;
        }
        List<Look> settled = looks.stream().filter(look -> look.seconds >= WARM_UP_SECONDS).toList();
        Look last = looks.get(looks.size() - 1);
        out.printf("%n%d looks in %.0f min; each line is in %s%n", looks.size(), last.seconds / 60,
                arena.directory().resolve("figures.csv"));
        out.println("| figure | first | median | peak | last | % per hour after the first 10 min |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        row(out, "JVM's memory (RSS), MB", settled, look -> look.jvm / 1e6);
        // The JVM takes more heap whenever it is short of time, and returns it later.
        row(out, "the same without its heap, MB", settled, look -> (look.jvm - look.committed) / 1e6);
        row(out, "PostgreSQL's memory (PSS), MB", settled, look -> look.postgres / 1e6);
        row(out, "heap in use, garbage included, MB", settled, look -> look.heap / 1e6);
        row(out, "classes and compiled code, MB", settled, look -> look.beyondHeap / 1e6);
        row(out, "JVM's threads", settled, look -> look.threads);
        row(out, "JVM's file handles", settled, look -> look.handles);
        row(out, "PostgreSQL's file handles", settled, look -> look.postgresHandles);
        row(out, "connections to the database", settled, look -> look.connections);
        out.printf("%nGarbage collections: %.0f, %.3f s of pauses together, %.4f%% of the time%n", last.collections,
                last.pauses, 100 * last.pauses / last.seconds);
        if (!settled.isEmpty()) {
            Look first = settled.get(0);
            out.printf("The JVM used %.2f of a core after the first 10 min%n",
                    (last.cpu - first.cpu) / (last.seconds - first.seconds));
        }
        out.printf("Warnings and errors in the arena's log: %d%n", complaints.size());
        complaints.stream().limit(SHOWN_COMPLAINTS).forEach(out::println);
    }

    private void row(PrintStream out, String name, List<Look> settled, ToDoubleFunction<Look> figure) {
        double[] sorted = looks.stream().mapToDouble(figure).sorted().toArray();
        out.printf("| %s | %.0f | %.0f | %.0f | %.0f | %s |%n", name, figure.applyAsDouble(looks.get(0)),
                sorted[sorted.length / 2], sorted[sorted.length - 1], figure.applyAsDouble(looks.get(looks.size() - 1)),
                settled.size() < 10 ? "too short" : "%+.2f".formatted(percentPerHour(settled, figure)));
    }

    /** The slope of the line of least squares, of the mean. */
    private static double percentPerHour(List<Look> looks, ToDoubleFunction<Look> figure) {
        double meanX = looks.stream().mapToDouble(Look::seconds).average().orElseThrow();
        double meanY = looks.stream().mapToDouble(figure).average().orElseThrow();
        double together = looks.stream()
                .mapToDouble(look -> (look.seconds - meanX) * (figure.applyAsDouble(look) - meanY)).sum();
        double spread = looks.stream().mapToDouble(look -> Math.pow(look.seconds - meanX, 2)).sum();
        return 100 * SECONDS_PER_HOUR * together / spread / meanY;
    }
}
