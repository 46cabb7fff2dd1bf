package org.dohyo.integrity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.dohyo.support.OwnerFile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The end of the vote log as it was last seen.
 *
 * @param size the number of entries
 * @param leafHash the hash of the last one, in hexadecimal
 * @param at when it was seen
 */
public record Remembered(long size, String leafHash, Instant at) {

    static final String FILE = "log.seen";

    /** Empty if nothing was ever written or the file is not as it was written. */
    static Optional<Remembered> read(Path directory, ObjectMapper json) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(Files.readAllBytes(file), Remembered.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    void write(Path directory, ObjectMapper json) throws IOException {
        OwnerFile.write(directory.resolve(FILE), json.writeValueAsBytes(this));
    }
}
