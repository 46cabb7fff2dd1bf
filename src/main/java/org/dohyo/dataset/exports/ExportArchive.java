package org.dohyo.dataset.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.exports.file.ExportFile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A zip archive of two files: records, and a report on them. An archive without its end is incomplete. */
@ApplicationScoped
public class ExportArchive {

    private static final String REPORT = "report.json";

    private static final int BUFFER = 1 << 16;

    private final ObjectMapper json;

    ExportArchive(ObjectMapper json) {
        this.json = json;
    }

    /** Writes the records. */
    @FunctionalInterface
    public interface Content {

        /** @return the report, which is written as JSON */
        Object write(OutputStream records) throws IOException;
    }

    /**
     * Writes the archive and closes the stream.
     *
     * @param name of the file of records, without its ending
     */
    public void write(String name, ExportFile file, Content content, OutputStream out) throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(new BufferedOutputStream(out, BUFFER))) {
            archive.setLevel(file.isPacked() ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
            archive.putNextEntry(new ZipEntry(name + "." + file.label()));
            Object report = content.write(archive);
            archive.closeEntry();
            archive.setLevel(Deflater.BEST_SPEED);
            archive.putNextEntry(new ZipEntry(REPORT));
            json.writerWithDefaultPrettyPrinter().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(archive, report);
            archive.closeEntry();
        }
    }
}
