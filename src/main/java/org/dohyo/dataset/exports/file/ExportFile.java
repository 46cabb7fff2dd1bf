package org.dohyo.dataset.exports.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The kinds of files that hold an export's records; the label is the {@code file} parameter and the file's ending. */
public enum ExportFile {

    JSONL {
        @Override
        public <R extends Record> RecordWriter<R> writer(Class<R> type, OutputStream out) throws IOException {
            return new JsonLines<>(type, out);
        }
    },
    CSV {
        @Override
        public <R extends Record> RecordWriter<R> writer(Class<R> type, OutputStream out) throws IOException {
            return new CsvRows<>(type, out);
        }
    },
    PARQUET {
        @Override
        public <R extends Record> RecordWriter<R> writer(Class<R> type, OutputStream out) throws IOException {
            return new ParquetRows<>(type, out);
        }

        @Override
        public boolean isPacked() {
            return true;
        }
    };

    /** Begins a file; the stream stays open when the writer is closed. */
    public abstract <R extends Record> RecordWriter<R> writer(Class<R> type, OutputStream out) throws IOException;

    /** True if packing the file once more takes time and no bytes off it. */
    public boolean isPacked() {
        return false;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
