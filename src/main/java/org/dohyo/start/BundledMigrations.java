package org.dohyo.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flywaydb.core.api.MigrationVersion;

/** The schema versions included in this build. */
public final class BundledMigrations {

    private static final String FOLDER = "db/migration";
    private static final Pattern NAME = Pattern.compile("V([0-9._]+?)__.*\\.sql");

    private BundledMigrations() {
    }

    public static MigrationVersion newest() {
        return read(scripts -> scripts.stream().map(script -> NAME.matcher(script.getFileName().toString()))
                .filter(Matcher::matches).map(name -> MigrationVersion.fromVersion(name.group(1)))
                .max(Comparator.naturalOrder()).orElseThrow());
    }

    /** Copies the scripts into a directory, for a Flyway that runs outside the application. */
    public static void copyTo(Path directory) {
        read(scripts -> {
            for (Path script : scripts) {
                Files.copy(script, directory.resolve(script.getFileName().toString()));
            }
            return scripts.size();
        });
    }

    private interface Reader<T> {
        T read(List<Path> scripts) throws IOException;
    }

    private static <T> T read(Reader<T> reader) {
        try {
            Path build = Path.of(BundledMigrations.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(build)) {
                return reader.read(scripts(build.resolve(FOLDER)));
            }
            try (FileSystem jar = FileSystems.newFileSystem(build)) {
                return reader.read(scripts(jar.getPath(FOLDER)));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the application's own migrations can't be read", e);
        }
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
