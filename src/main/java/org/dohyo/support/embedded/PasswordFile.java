package org.dohyo.support.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The embedded database's password, kept beside it so that the next start can sign in again. */
record PasswordFile(Path path) {

    private static final int BYTES = 24;

    boolean exists() {
        return Files.exists(path);
    }

    String read() throws IOException {
        return Files.readString(path).strip();
    }

    /** Writes a new random password to a file that only this user can read from the moment it is created. */
    void create() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(path);
        if (Files.getFileStore(path.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(path, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
