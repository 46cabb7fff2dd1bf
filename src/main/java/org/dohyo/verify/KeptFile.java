package org.dohyo.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A small file of this user that is only ever seen whole, whenever the machine stops, and that one process at a time
 * changes: whoever changes it holds the lock beside it.
 */
record KeptFile(Path path) {

    KeptFile {
        path = path.toAbsolutePath();
    }

    /** Empty if there is none. */
    Optional<byte[]> read() {
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Source.UnreachableException(path + " can't be read: " + e.getMessage());
        }
    }

    /** Writes the file anew, readable for this user alone; returns when it is on the disk. */
    void replace(byte[] content) {
        try {
            Path fresh = Files.createTempFile(folder(), path.getFileName().toString(), ".new");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException e) {
            throw new Source.UnreachableException(path + " can't be written: " + e.getMessage());
        }
    }

    private Path folder() throws IOException {
        return Files.createDirectories(path.getParent());
    }

    /** Brings the new name to the disk, where the system lets a folder be opened. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Not on Windows, which writes names by itself.
        }
    }

    /** A lock that ends with its process. */
    record Lock(FileChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new Source.UnreachableException("a lock can't be given back: " + e.getMessage());
            }
        }
    }

    /** Changes the file while no other process does. */
    void change(Runnable change) {
        try (FileChannel channel = lockFile()) {
            channel.lock();
            change.run();
        } catch (IOException | OverlappingFileLockException e) {
            throw new Source.UnreachableException(path + " can't be locked: " + e.getMessage());
        }
    }

    /** Empty if another process has the lock. */
    Optional<Lock> tryLock() {
        try {
            FileChannel channel = lockFile();
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new Lock(channel));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Source.UnreachableException(path + " can't be locked: " + e.getMessage());
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(folder().resolve(path.getFileName() + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }
}
