package org.dohyo.model.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file with the keys, one a line, the newest first; readable only by its owner from the moment it is created. */
record KeyFile(Path file) {

    static KeyFile in(Path directory) {
        return new KeyFile(directory.resolve("secret.key"));
    }

    /** The keys; the first start creates one. */
    String read() {
        try {
            Files.createDirectories(file.getParent());
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

    /** Atomic: after a crash, the old file is intact. */
    private void write(String keys) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel = FileChannel.open(fresh,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap(keys.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file can't be written", e);
        }
    }
}
