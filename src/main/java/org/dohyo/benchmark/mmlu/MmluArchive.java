package org.dohyo.benchmark.mmlu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.dohyo.benchmark.runner.QuestionFile;
import org.dohyo.benchmark.runner.QuestionFileException;
import org.dohyo.benchmark.runner.QuestionFileMessages;

/**
 * Unpacks a zip or a tar, gzipped or not, in memory. Only CSV files of the dev and test splits are kept, and entries'
 * names are never used as paths.
 */
public final class MmluArchive {

    private static final int TAR_HEADER = 512;
    /** The most bytes unpacked from an archive in total, so that a small file can't exhaust the memory. */
    private static final int MAX_UNPACKED = 64 << 20;

    private final Map<String, String> files = new TreeMap<>();
    private long unpacked;

    private MmluArchive() {
    }

    public static boolean isArchive(byte[] file) {
        return isZip(file) || isGzip(file) || TarArchiveInputStream.matches(file, Math.min(file.length, TAR_HEADER))
                || isUstar(file);
    }

    private static boolean isZip(byte[] file) {
        return starts(file, 'P', 'K');
    }

    private static boolean isGzip(byte[] file) {
        return starts(file, 0x1f, 0x8b);
    }

    private static boolean starts(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xff) == first && (file[1] & 0xff) == second;
    }

    /** Some writers leave out the version that follows the magic word. */
    private static boolean isUstar(byte[] file) {
        return file.length >= TAR_HEADER && new String(file, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /**
     * Returns the texts of an archive by path.
     *
     * @throws QuestionFileException if it can't be unpacked, or unpacks to more than 64 MiB
     */
    public static Map<String, String> unpack(byte[] file) {
        MmluArchive archive = new MmluArchive();
        try (ArchiveInputStream<?> in = open(file)) {
            for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                archive.keep(entry.getName(), in.readNBytes(MAX_UNPACKED + 1));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new QuestionFileException(QuestionFileMessages::theArchive, QuestionFileMessages::brokenArchive);
        }
        return archive.files;
    }

    private static ArchiveInputStream<?> open(byte[] file) throws IOException {
        InputStream in = new ByteArrayInputStream(file);
        return isZip(file) ? new ZipArchiveInputStream(in)
                : new TarArchiveInputStream(isGzip(file) ? new GzipCompressorInputStream(in) : in);
    }

    private void keep(String name, byte[] content) {
        unpacked += content.length;
        if (unpacked > MAX_UNPACKED) {
            throw new QuestionFileException(QuestionFileMessages::theArchive,
                    words -> words.largeArchive(MAX_UNPACKED >> 20));
        }
        // macOS adds files of its own whose names begin with a dot.
        if (name.matches("(?:.*/)?[^./][^/]*_(dev|test)\\.csv")) {
            files.put(name, QuestionFile.text(words -> name, content));
        }
    }
}
