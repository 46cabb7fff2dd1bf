package org.dohyo.dataset.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A value of Parquet as JSON: numbers, truth, texts; times and days as ISO 8601. */
final class ValueConverter extends PrimitiveConverter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** The Julian day of 1970-01-01, from which Parquet's oldest times count. */
    private static final int EPOCH_DAY = 2_440_588;

    /** Takes a value and the length of its text, 0 for a number. */
    interface Into {
        void accept(JsonNode value, int length);
    }

    private final LogicalTypeAnnotation meaning;
    private final Function<Binary, JsonNode> bytes;
    private final boolean binary;
    private final Into into;
    private Dictionary dictionary;
    /** Each value of the dictionary is made once. */
    private JsonNode[] decoded;

    ValueConverter(PrimitiveType type, Into into) {
        meaning = type.getLogicalTypeAnnotation();
        this.into = into;
        binary = switch (type.getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> true;
            default -> false;
        };
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            bytes = value -> NODES.numberNode(
                    new BigDecimal(new BigInteger(value.getBytesUnsafe()), decimal.getScale()));
        } else if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
            bytes = value -> NODES.textNode(julian(value).toString());
        } else {
            bytes = value -> NODES.textNode(value.toStringUsingUTF8());
        }
    }

    /** Nanoseconds of the day, then the Julian day. */
    private static Instant julian(Binary value) {
        ByteBuffer twelve = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = twelve.getLong();
        return Instant.EPOCH.plus((long) twelve.getInt() - EPOCH_DAY, ChronoUnit.DAYS).plusNanos(nanos);
    }

    @Override
    public boolean hasDictionarySupport() {
        return binary;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        this.dictionary = dictionary;
        decoded = new JsonNode[dictionary.getMaxId() + 1];
    }

    @Override
    public void addValueFromDictionary(int id) {
        if (decoded[id] == null) {
            decoded[id] = bytes.apply(dictionary.decodeToBinary(id));
        }
        give(decoded[id]);
    }

    private void give(JsonNode value) {
        into.accept(value, value.isTextual() ? value.textValue().length() : 0);
    }

    @Override
    public void addBinary(Binary value) {
        give(bytes.apply(value));
    }

    @Override
    public void addBoolean(boolean value) {
        give(NODES.booleanNode(value));
    }

    @Override
    public void addDouble(double value) {
        give(Double.isNaN(value) ? NODES.nullNode() : NODES.numberNode(value));
    }

    @Override
    public void addFloat(float value) {
        give(Float.isNaN(value) ? NODES.nullNode() : NODES.numberNode(value));
    }

    @Override
    public void addInt(int value) {
        if (meaning instanceof DateLogicalTypeAnnotation) {
            give(NODES.textNode(LocalDate.ofEpochDay(value).toString()));
        } else {
            addLong(value);
        }
    }

    @Override
    public void addLong(long value) {
        if (meaning instanceof TimestampLogicalTypeAnnotation time) {
            give(NODES.textNode(time(value, time).toString()));
        } else if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            give(NODES.numberNode(BigDecimal.valueOf(value, decimal.getScale())));
        } else {
            give(NODES.numberNode(value));
        }
    }

    private static Instant time(long value, TimestampLogicalTypeAnnotation meaning) {
        return Instant.EPOCH.plus(value, switch (meaning.getUnit()) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        });
    }
}
