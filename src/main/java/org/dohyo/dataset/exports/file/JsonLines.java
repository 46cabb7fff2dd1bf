package org.dohyo.dataset.exports.file;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** One JSON object a line, in UTF-8. */
final class JsonLines<R extends Record> implements RecordWriter<R> {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules()
            .registerModule(new SimpleModule().addSerializer(Double.class, new PlainNumber())
                    .addSerializer(double.class, new PlainNumber()))
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
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

    /** A time in seconds as people write it: 1801386000.25, where Java writes 1.80138600025E9. */
    private static final class PlainNumber extends JsonSerializer<Double> {

        @Override
        public void serialize(Double number, JsonGenerator json, SerializerProvider types) throws IOException {
            json.writeNumber(BigDecimal.valueOf(number));
        }
    }
}
