package org.dohyo.dataset.exports.file;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes the records of an export one after another; closing it completes the file and leaves the stream below open.
 *
 * @param <R> the type of the records
 */
public interface RecordWriter<R extends Record> extends Closeable {

    void write(R record) throws IOException;
}
