package org.dohyo.support.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.dohyo.support.StartFailure;

/** The directory for all data of a run with the embedded database; only one run at a time can hold it. */
final class DataDirectory implements Closeable {

    private static final String LOCK = "dohyo.lock";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the directory if it is missing, closes it to other users and takes its lock. */
    static DataDirectory open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            restrict(absolute);
            return new DataDirectory(absolute, lock(absolute));
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory %s can't be written: give this user the right to it or name another one in DOHYO_DATA_DIR."
                            .formatted(absolute),
                    e);
        }
    }

    /**
     * True if another process holds the directory now. Not for a process that may hold it itself: closing any channel
     * of the file would give up its lock.
     */
    static boolean isHeld(Path path) {
        Path file = path.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new StartFailure("The data directory %s can't be read by this user.".formatted(path), e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void restrict(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // The kernel releases the lock however the run ends; a mere lock file would survive a kill.
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(path, e);
        }
        channel.close();
        throw inUse(path, null);
    }

    private static StartFailure inUse(Path path, Throwable cause) {
        return new StartFailure(
                "Another run of Dohyo uses the data directory %s: stop it or name another one in DOHYO_DATA_DIR."
                        .formatted(path),
                cause);
    }
}
