package org.dohyo.model.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dohyo.support.OwnerFile;

/** The file with the keys, one a line, the newest first; readable only by its owner from the moment it is created. */
public record KeyFile(Path file) {

    public static KeyFile in(Path directory) {
        return new KeyFile(directory.resolve("secret.key"));
    }

    /** The keys; the first start creates one. */
    String read() {
        try {
            if (!Files.exists(file)) {
                write(Secrets.freshKey());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file can't be made or read", e);
        }
    }

    void add(String key) {
        write(key + "\n" + read());
    }

    void keepFirst() {
        write(read().strip().split("\\s+")[0]);
    }

    private void write(String keys) {
        try {
            OwnerFile.write(file, keys.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("the key file can't be written", e);
        }
    }
}
