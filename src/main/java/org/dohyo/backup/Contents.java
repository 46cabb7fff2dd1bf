package org.dohyo.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The list of a backup's tables, stored beside them as {@code backup.json}. It is written last: a directory without it
 * is no backup.
 *
 * @param format the version of this layout
 * @param takenAt the time of the snapshot that all tables show
 * @param schema the schema's version, as Flyway names it
 * @param tables in an order in which each row's references are restored before it
 * @param sequences the last value of each sequence that has one
 */
record Contents(int format, Instant takenAt, String schema, List<Table> tables, Map<String, Long> sequences) {

    static final int FORMAT = 1;
    static final String FILE = "backup.json";
    private static final String LOG = "log_entry";

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    /**
     * @param columns in the order of the file
     * @param sha256 of the compressed file, in hexadecimal
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        static Path file(Path directory, String name) {
            return directory.resolve(name + ".copy.gz");
        }

        Path in(Path directory) {
            return Table.file(directory, name);
        }
    }

    /** @throws BackupFailure if the directory holds no backup that this version can read */
    static Contents read(Path directory) {
        try {
            Contents contents = JSON.readValue(Files.readAllBytes(directory.resolve(FILE)), Contents.class);
            if (contents.format() != FORMAT) {
                throw new BackupFailure(
                        "The backup in %s has format %d and this version of Dohyo reads %d: use the version that wrote it."
                                .formatted(directory, contents.format(), FORMAT));
            }
            return contents;
        } catch (NoSuchFileException e) {
            throw new BackupFailure("There is no backup in %s: it has no %s.".formatted(directory, FILE), e);
        } catch (JsonProcessingException e) {
            throw new BackupFailure("The file %s can't be read: it is not as a backup wrote it."
                    .formatted(directory.resolve(FILE)), e);
        } catch (IOException e) {
            throw new BackupFailure(
                    "The file %s can't be read (%s).".formatted(directory.resolve(FILE), e.getMessage()),
                    e);
        }
    }

    /** The number of entries in the vote log. */
    long logSize() {
        return tables.stream().filter(table -> table.name().equals(LOG)).mapToLong(Table::rows).sum();
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    void write(Path directory) throws IOException {
        Files.write(directory.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
}
