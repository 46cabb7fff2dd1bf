package org.dohyo.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The last checkpoint of each log that this user has verified, and its keys, in a file. */
public final class SeenLogs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeptFile file;
    private List<Seen> logs;

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

    private SeenLogs(KeptFile file) {
        this.file = file;
        this.logs = read(file);
    }

    /** @throws Source.UnreachableException if there is a file that can't be read */
    public static SeenLogs read(Path file) {
        return new SeenLogs(new KeptFile(file));
    }

    private static List<Seen> read(KeptFile file) {
        try {
            Optional<byte[]> written = file.read();
            return written.isEmpty() ? List.of() : List.of(JSON.readValue(written.get(), Seen[].class));
        } catch (IOException e) {
            throw new Source.UnreachableException(file.path() + " isn't what an earlier verification has written");
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

    /** Replaces what is known of the address; what other processes have written meanwhile stays. */
    void keep(Seen seen) {
        file.change(() -> {
            logs = read(file);
            if (logs.stream().noneMatch(log -> log.address().equals(seen.address())
                    && log.signed().size() > seen.signed().size())) {
                file.replace(json(Stream.concat(logs.stream().filter(log -> !log.address().equals(seen.address())),
                        Stream.of(seen)).toList()));
                logs = read(file);
            }
        });
    }

    private static byte[] json(List<Seen> logs) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(logs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON: " + logs, e);
        }
    }
}
