package org.dohyo.benchmark.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.dohyo.support.FileFault;
import org.dohyo.support.JsonFault;
import org.dohyo.support.NotUtf8Exception;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the directories of runs in a zip, at any depth. Nothing else in it is unpacked, and names are never used as
 * paths.
 */
final class HelmZip {

    private static final String SPEC = "run_spec.json";
    private static final String STATS = "stats.json";
    /** A small zip can hold a huge text. */
    private static final long MOST_UNPACKED = 256L << 20;

    private final Map<String, JsonNode> specs = new LinkedHashMap<>();
    private final Map<String, JsonNode> stats = new LinkedHashMap<>();
    private long left = MOST_UNPACKED;

    private HelmZip() {
    }

    static void read(InputStream file, ImportSheet sheet) throws IOException {
        HelmZip zip = new HelmZip();
        try {
            if (!zip.unpack(file, sheet)) {
                return;
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            String fault = String.valueOf(e.getMessage());
            sheet.broken("", words -> words.brokenZip(fault));
            return;
        }
        TreeSet<String> directories = new TreeSet<>(zip.specs.keySet());
        directories.addAll(zip.stats.keySet());
        for (String directory : directories) {
            if (!zip.specs.containsKey(directory) || !zip.stats.containsKey(directory)) {
                String lacking = zip.specs.containsKey(directory) ? STATS : SPEC;
                sheet.wrong(directory, words -> words.lacks(lacking));
            } else if (!sheet.hopeless()) {
                HelmRun.read(zip.specs.get(directory), zip.stats.get(directory), directory + SPEC, directory + STATS,
                        sheet);
            }
        }
    }

    /** @return false where something was wrong */
    private boolean unpack(InputStream file, ImportSheet sheet) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(file)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                String directory = name.substring(0, name.lastIndexOf('/') + 1);
                String base = name.substring(directory.length());
                if (!entry.isDirectory() && (base.equals(SPEC) || base.equals(STATS))
                        && !keep(zip, name, base.equals(SPEC) ? specs : stats, directory, sheet)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean keep(ZipArchiveInputStream zip, String name, Map<String, JsonNode> files, String directory,
            ImportSheet sheet)
            throws IOException {
        byte[] unpacked = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
        left -= unpacked.length;
        if (left < 0) {
            sheet.broken(name, words -> words.largeZip(MOST_UNPACKED));
            return false;
        }
        try {
            files.put(directory, ImportJson.read(unpacked));
            return true;
        } catch (JsonProcessingException e) {
            FileFault fault = JsonFault.of(e);
            sheet.broken(name + " line " + e.getLocation().getLineNr(), (words, file) -> fault.in(file));
            return false;
        } catch (NotUtf8Exception e) {
            sheet.broken(name, (words, file) -> e.fault().in(file));
            return false;
        }
    }
}
