package org.dohyo.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The last checkpoint of each log that this user has verified, and its keys, in a file. */
public final class SeenLogs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Seen> logs;

    /**
     * A log.
     *
     * @param address where it was read
     * @param checkpoint the signed note
     * @param keys the verifier keys that were accepted
     */
    public record Seen(String address, String checkpoint, List<String> keys) {

        SignedNote note() {
            return SignedNote.parse(checkpoint);
        }

        Checkpoint signed() {
            return Checkpoint.parse(note().text());
        }

        List<VerifierKey> verifiers() {
            return keys.stream().map(VerifierKey::parse).toList();
        }
    }

    private SeenLogs(Path file, List<Seen> logs) {
        this.file = file;
        this.logs = new ArrayList<>(logs);
    }

    /** @throws Source.UnreachableException if there is a file that can't be read */
    public static SeenLogs read(Path file) {
        try {
            return new SeenLogs(file, List.of(JSON.readValue(Files.readAllBytes(file), Seen[].class)));
        } catch (NoSuchFileException e) {
            return new SeenLogs(file, List.of());
        } catch (JsonProcessingException e) {
            throw new Source.UnreachableException(file + " isn't what an earlier verification has written");
        } catch (IOException e) {
            throw new Source.UnreachableException(file + " can't be read: " + e.getMessage());
        }
    }

    /** The logs seen at that address or under that origin. */
    List<Seen> of(String address, String origin) {
        return logs.stream().filter(seen -> seen.address().equals(address) || seen.signed().origin().equals(origin))
                .toList();
    }

    /** All keys of an origin. */
    List<VerifierKey> keys(String origin) {
        return logs.stream().flatMap(seen -> seen.verifiers().stream()).filter(key -> key.name().equals(origin))
                .distinct().toList();
    }

    /** Replaces what is known of the address. */
    void keep(Seen seen) {
        logs.removeIf(known -> known.address().equals(seen.address()));
        logs.add(seen);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), logs);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Source.UnreachableException(file + " can't be written: " + e.getMessage());
        }
    }
}
