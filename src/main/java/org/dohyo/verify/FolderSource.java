package org.dohyo.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with copies of an arena's files, each named by its address with its query. */
public final class FolderSource implements Source {

    private final Path folder;

    public FolderSource(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte[] read(String path, int most) {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new MissingException("there is no " + path);
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] read = bytes.readNBytes(most + 1);
            if (read.length > most) {
                throw new MissingException(path + " is longer than " + most + " bytes");
            }
            return read;
        } catch (IOException e) {
            throw new UnreachableException(path + " can't be read: " + e.getMessage());
        }
    }

    @Override
    public String address() {
        return folder.toString();
    }

    @Override
    public boolean live() {
        return false;
    }
}
