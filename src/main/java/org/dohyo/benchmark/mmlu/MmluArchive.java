package org.dohyo.benchmark.mmlu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.dohyo.benchmark.run.QuestionFileException;

/** Unpacks a zip or a tar, gzipped or not, in memory. Only CSV files of the dev and test splits are kept. */
public final class MmluArchive {

    private static final int BLOCK = 512;
    private static final int MOST = 64 << 20;

    private final Map<String, String> files = new TreeMap<>();
    private long taken;

    private MmluArchive() {
    }

    public static boolean isArchive(byte[] file) {
        return starts(file, 'P', 'K') || starts(file, 0x1f, 0x8b) || isTar(file);
    }

    /**
     * Text by path.
     *
     * @throws QuestionFileException if it can't be unpacked, or to more than 64 MiB
     */
    public static Map<String, String> unpack(byte[] file) {
        MmluArchive archive = new MmluArchive();
        try (InputStream in = new ByteArrayInputStream(file)) {
            if (starts(file, 'P', 'K')) {
                archive.zip(in);
            } else {
                archive.tar(starts(file, 0x1f, 0x8b) ? new GZIPInputStream(in) : in);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new QuestionFileException("the archive", "can't be unpacked");
        }
        return archive.files;
    }

    private static boolean starts(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xff) == first && (file[1] & 0xff) == second;
    }

    private static boolean isTar(byte[] file) {
        return file.length >= BLOCK && new String(file, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    private void zip(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            keep(entry.getName(), zip.readNBytes(MOST + 1));
        }
    }

    /** POSIX.1-1988: a block of header with name and size in octal, then the content in whole blocks. */
    private void tar(InputStream in) throws IOException {
        for (byte[] header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; header = in.readNBytes(BLOCK)) {
            String name = new String(header, 0, 100, StandardCharsets.UTF_8).replaceAll("\0.*", "");
            String octal = new String(header, 124, 12, StandardCharsets.ISO_8859_1).replaceAll("[^0-7]", "");
            long size = octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
            long blocks = (size + BLOCK - 1) / BLOCK * BLOCK;
            if (wanted(name) && size <= MOST) {
                keep(name, in.readNBytes((int) size));
                in.skipNBytes(blocks - size);
            } else {
                in.skipNBytes(blocks);
            }
        }
    }

    private static boolean wanted(String name) {
        // macOS adds files of its own whose names begin with a dot.
        return name.matches("(?:.*/)?[^./][^/]*_(dev|test)\\.csv");
    }

    private void keep(String name, byte[] content) {
        taken += content.length;
        if (taken > MOST) {
            throw new QuestionFileException("the archive", "unpacks to more than 64 MiB");
        }
        if (wanted(name)) {
            files.put(name, new String(content, StandardCharsets.UTF_8));
        }
    }
}
