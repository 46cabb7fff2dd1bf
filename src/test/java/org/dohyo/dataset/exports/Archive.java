package org.dohyo.dataset.exports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.restassured.path.json.JsonPath;

/** The files of an exported archive by name. */
record Archive(Map<String, byte[]> files) {

    static Archive of(byte[] zip) {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                files.put(entry.getName(), archive.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Archive(files);
    }

    byte[] votes() {
        return files.entrySet().stream().filter(file -> file.getKey().startsWith("votes.")).findFirst().orElseThrow()
                .getValue();
    }

    List<String> lines() {
        return new String(votes(), StandardCharsets.UTF_8).lines().toList();
    }

    JsonPath report() {
        return new JsonPath(new String(files.get("report.json"), StandardCharsets.UTF_8));
    }
}
