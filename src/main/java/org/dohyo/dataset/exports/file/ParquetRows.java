package org.dohyo.dataset.exports.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.dohyo.dataset.file.PageCodecs;

import com.jerolba.carpet.CarpetParquetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.io.OutputStreamOutputFile;

/** Parquet with Zstandard and nested columns, one for each component of the records. A row group is in memory. */
final class ParquetRows<R extends Record> implements RecordWriter<R> {

    /** Packed and unpacked, in bytes, about. */
    private static final long ROW_GROUP = 16L << 20;

    private final ParquetWriter<R> rows;

    ParquetRows(Class<R> type, OutputStream out) throws IOException {
        rows = CarpetParquetWriter.builder(new OutputStreamOutputFile(new LeftOpen(out)), type)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE).withConf(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs()).withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP).build();
    }

    @Override
    public void write(R record) throws IOException {
        rows.write(record);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // The stream below belongs to the archive.
        }
    }
}
