package org.dohyo.dataset.exports.file;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

/** One JSON object a line, in UTF-8. */
final class JsonLines<R extends Record> implements RecordWriter<R> {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final ObjectWriter writer;
    private final JsonGenerator lines;

    JsonLines(Class<R> type, OutputStream out) throws IOException {
        writer = JSON.writerFor(type);
        lines = JSON.createGenerator(out).setRootValueSeparator(null);
    }

    @Override
    public void write(R record) throws IOException {
        writer.writeValue(lines, record);
        lines.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
