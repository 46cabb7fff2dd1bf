package org.dohyo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The classes that an arena of this build loads, in the form that the JVM has in memory: an arena that maps them starts
 * with a fifth less work. A JVM writes them when it ends in order; until then, and wherever they don't fit, an arena
 * reads its classes from the jars.
 */
final class ClassArchive {

    private static final String QUIET = "-Xlog:cds*=off";
    private static final Path DIRECTORY = Path.of("target", "class-archive").toAbsolutePath();
    private static final AtomicBoolean TAKEN = new AtomicBoolean();

    private ClassArchive() {
    }

    /** The arguments of a JVM that starts the application of this build. */
    static List<String> arguments() {
        Path archive = archive();
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, QUIET) : List.of();
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
