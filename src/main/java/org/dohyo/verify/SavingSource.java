package org.dohyo.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a copy of each file that is read, as {@link FolderSource} reads them. */
public record SavingSource(Source source, Path folder) implements Source {

    @Override
    public byte[] read(String path, int most) {
        byte[] read = source.read(path, most);
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, read);
        } catch (IOException e) {
            throw new UnreachableException("the copy " + file + " can't be written: " + e.getMessage());
        }
        return read;
    }

    @Override
    public String address() {
        return source.address();
    }

    /** A second reading would replace the copy that was verified. */
    @Override
    public boolean live() {
        return false;
    }
}
