package org.dohyo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that an arena of this build loads, in the form that the JVM has in memory: an arena that maps them starts
 * with a third less work. That holds for classes of the JVM's own class path only, not for those that the package's own
 * class loader reads; so the package's jars are put on that path, and its main class is started by its name. A JVM
 * writes the archive when it ends in order.
 */
final class ClassArchive {

    private static final String QUIET = "-Xlog:cds*=off";
    private static final Path DIRECTORY = Path.of("target", "class-archive").toAbsolutePath();
    private static final String CLASS_PATH = classPath();
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    private ClassArchive() {
    }

    /** The arguments of a JVM that starts the application of this build, main class included. */
    static List<String> arguments() {
        Path archive = archive();
        return Stream.of(Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, QUIET)
                : List.<String> of(),
                // As the launcher has it.
                List.of("--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp", CLASS_PATH,
                        "org.dohyo.Dohyo"))
                .flatMap(List::stream).toList();
    }

    /** What the build changed comes before what it was made from. */
    private static String classPath() {
        Path root = ArenaProcess.JAR.getParent();
        return Stream.of("quarkus", "app", "lib/boot", "lib/main").map(root::resolve).flatMap(ClassArchive::jars)
                .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> jars(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted(Comparator.reverseOrder()).toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments of the JVM that is to write the archive, which its caller has to end and to {@link #publish}. */
    static List<String> writer() {
        return Files.exists(archive()) || TAKEN.getAndSet(true) ? List.of()
                : List.of("-XX:ArchiveClassesAtExit=" + draft(), QUIET);
    }

    /** From here on arenas start with what was written; another build's archive is deleted. */
    static void publish() {
        if (!Files.exists(draft())) {
            return;
        }
        Path archive = archive();
        try (DirectoryStream<Path> others = Files.newDirectoryStream(DIRECTORY, "*.jsa")) {
            for (Path other : others) {
                Files.delete(other);
            }
            Files.move(draft(), archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path archive() {
        try {
            return Files.createDirectories(DIRECTORY)
                    .resolve(Files.getLastModifiedTime(ArenaProcess.JAR).toMillis() + ".jsa");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only a whole archive has the name that arenas look for. */
    private static Path draft() {
        return DIRECTORY.resolve("draft");
    }
}
