package org.dohyo.dataset.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.dohyo.dataset.format.VoteFileMessages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The records of a Parquet file as JSON; a value that is null is left out. A row group, packed, and a record are in
 * memory. Whatever the file contains, its faults are {@link UnreadableFile}s.
 */
final class ParquetRecords implements Closeable {

    static final byte[] MAGIC = { 'P', 'A', 'R', '1' };
    /** In bytes, packed. */
    static final long MOST_ROW_GROUP = 128L << 20;
    private static final int MOST_FOOTER = 16 << 20;
    private static final int MOST_COLUMNS = 2_000;

    private final long fileSize;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final MessageColumnIO columns;
    private final JsonRecords records;
    private int groups;
    private long left;
    private long size;
    private RecordReader<ObjectNode> group;

    private ParquetRecords(Path file) throws IOException {
        fileSize = Files.size(file);
        reader = ParquetFileReader.open(new LocalInputFile(file), ParquetReadOptions
                .builder(new PlainParquetConfiguration()).withCodecFactory(new PageCodecs()).build());
        schema = reader.getFileMetaData().getSchema();
        if (schema.getColumns().size() > MOST_COLUMNS) {
            reader.close();
            throw new UnreadableFile(words -> words.manyColumns(MOST_COLUMNS));
        }
        columns = new ColumnIOFactory(reader.getFileMetaData().getCreatedBy()).getColumnIO(schema);
        records = new JsonRecords(schema);
    }

    static ParquetRecords open(Path file) throws IOException {
        requireFooter(file);
        return guarded(() -> new ParquetRecords(file));
    }

    private static void requireFooter(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer end = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            if (channel.size() < 12) {
                throw new UnreadableFile(VoteFileMessages::damagedParquet);
            }
            channel.position(channel.size() - 8);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                continue;
            }
            int length = end.flip().getInt();
            byte[] magic = new byte[MAGIC.length];
            end.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new UnreadableFile(VoteFileMessages::damagedParquet);
            }
            if (length < 0 || length > MOST_FOOTER) {
                throw new UnreadableFile(words -> words.longFooter(MOST_FOOTER));
            }
        }
    }

    /** An object with null for each column. */
    ObjectNode columns() {
        ObjectNode nulls = JsonNodeFactory.instance.objectNode();
        schema.getFields().forEach(field -> nulls.putNull(field.getName()));
        return nulls;
    }

    /** The next record; null after the last. */
    ObjectNode next() throws IOException {
        ObjectNode record = guarded(this::read);
        if (record != null) {
            size += records.size();
            if (size > Unpacked.ANY_RATIO && size > Unpacked.MOST_RATIO * fileSize || size > Unpacked.MOST) {
                throw FileTooLarge.unpacked(size);
            }
        }
        return record;
    }

    private ObjectNode read() throws IOException {
        while (left == 0) {
            if (groups == reader.getRowGroups().size()) {
                return null;
            }
            begin(reader.getRowGroups().get(groups++));
        }
        left--;
        return group.read();
    }

    private void begin(BlockMetaData next) throws IOException {
        if (next.getColumns().stream().mapToLong(ColumnChunkMetaData::getTotalSize).sum() > MOST_ROW_GROUP) {
            throw new UnreadableFile(words -> words.largeRowGroup(MOST_ROW_GROUP));
        }
        PageReadStore pages = reader.readNextRowGroup();
        left = pages == null ? 0 : pages.getRowCount();
        group = left == 0 ? null : columns.getRecordReader(pages, records);
    }

    /** The library trusts a file's figures: wrong ones end in any exception, or in an array that can't be had. */
    private static <T> T guarded(Callable<T> reading) throws IOException {
        try {
            return reading.call();
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw new UnreadableFile(VoteFileMessages::outOfMemory);
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnreadableFile known) {
                    throw known;
                }
            }
            throw new UnreadableFile(VoteFileMessages::damagedParquet);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
