package org.dohyo.dataset.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.dohyo.dataset.format.Fields;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Votes in Parquet, which is read from its end: the file is kept on the disk until they are read. */
final class ParquetVotes {

    private static final long MOST = 4L << 30;

    private ParquetVotes() {
    }

    /** True if the file begins as Parquet; it stays to be read. */
    static boolean begin(BufferedInputStream file) throws IOException {
        file.mark(ParquetRecords.MAGIC.length);
        byte[] start = file.readNBytes(ParquetRecords.MAGIC.length);
        file.reset();
        return Arrays.equals(start, ParquetRecords.MAGIC);
    }

    static void read(InputStream file, RecordSheet sheet) throws IOException {
        Path kept = Files.createTempFile("dohyo-votes", ".parquet");
        try {
            keep(file, kept);
            try (ParquetRecords records = ParquetRecords.open(kept)) {
                read(records, sheet);
            }
        } finally {
            Files.delete(kept);
        }
    }

    private static void keep(InputStream file, Path kept) throws IOException {
        try (OutputStream out = Files.newOutputStream(kept)) {
            byte[] some = new byte[1 << 16];
            long size = 0;
            for (int count = file.read(some); count >= 0; count = file.read(some)) {
                out.write(some, 0, count);
                size += count;
                if (size > MOST) {
                    throw new FileTooLarge(words -> words.largeParquet(MOST));
                }
            }
        }
    }

    private static void read(ParquetRecords records, RecordSheet sheet) throws IOException {
        ObjectNode first = records.columns();
        boolean timed = first.has("tstamp") || first.has("timestamp");
        ObjectNode record = records.next();
        if (record != null) {
            first.setAll(record);
        }
        if (!sheet.fits(first, timed)) {
            String names = Fields.names(first);
            sheet.broken(words -> words.unknownParquet(names));
            return;
        }
        while (record != null && !sheet.hopeless()) {
            sheet.begin();
            sheet.record(record, timed);
            record = records.next();
        }
    }
}
