package org.dohyo.dataset.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.dohyo.dataset.exports.FastChatExport.Battle;
import org.dohyo.dataset.exports.file.ExportFile;
import org.dohyo.dataset.exports.file.RecordWriter;

/** Writes a release's records at once as JSON Lines and as parts of Parquet. */
final class ReleaseRecords {

    static final String LINES = "votes.jsonl.gz";
    private static final String PART = "votes-%05d.parquet";
    /** Some 20 to 60 MB with texts: a part is what one process reads. */
    static final int RECORDS_OF_A_PART = 20_000;

    private final FileStore files;
    private final long release;
    private final FileStore.Storing lines;
    private final GZIPOutputStream zipped;
    private final RecordWriter<Battle> toLines;
    private final List<ReleaseFile> parts = new ArrayList<>();
    private FileStore.Storing part;
    private RecordWriter<Battle> toPart;
    private int inPart;

    ReleaseRecords(FileStore files, long release) throws IOException {
        this.files = files;
        this.release = release;
        lines = files.begin(release, LINES, "application/gzip");
        zipped = new GZIPOutputStream(lines, 1 << 16);
        toLines = ExportFile.JSONL.writer(Battle.class, zipped);
    }

    void write(Battle record) throws IOException {
        toLines.write(record);
        if (toPart == null) {
            part = files.begin(release, PART.formatted(parts.size()), "application/vnd.apache.parquet");
            toPart = ExportFile.PARQUET.writer(Battle.class, part);
        }
        toPart.write(record);
        if (++inPart == RECORDS_OF_A_PART) {
            endPart();
        }
    }

    private void endPart() throws IOException {
        toPart.close();
        toPart = null;
        inPart = 0;
        parts.add(part.end(parts.size() + 1));
    }

    /** The file of lines, then the parts. */
    List<ReleaseFile> end() throws IOException {
        toLines.close();
        zipped.finish();
        List<ReleaseFile> all = new ArrayList<>(List.of(lines.end(0)));
        if (toPart != null) {
            endPart();
        }
        all.addAll(parts);
        return all;
    }
}
