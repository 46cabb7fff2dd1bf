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
     * Writes the archive and closes the stream. If the content can't be written to its end, the archive gets no end
     * and the stream stays open, so that nobody takes what was written for all of it.
     *
     * @param name of the file of records, without its ending
     */
    public void write(String name, ExportFile file, Content content, OutputStream out) throws IOException {
        Zip archive = new Zip(new BufferedOutputStream(out, BUFFER));
        try {
            archive.setLevel(file.isPacked() ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
            archive.putNextEntry(new ZipEntry(name + "." + file.label()));
            Object report = content.write(archive);
            archive.closeEntry();
            archive.setLevel(Deflater.BEST_SPEED);
            archive.putNextEntry(new ZipEntry(REPORT));
            json.writerWithDefaultPrettyPrinter().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValue(archive, report);
            archive.closeEntry();
            archive.close();
        } finally {
            archive.release();
        }
    }

    private static final class Zip extends ZipOutputStream {

        Zip(OutputStream out) {
            super(out);
        }

        /** Frees the native memory, which else only closing does, and closing writes the end. */
        void release() {
            def.end();
        }
    }
}
