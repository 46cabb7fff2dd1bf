package org.dohyo.dataset.file;

import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes JSON of Parquet's values: objects of groups and maps, arrays of lists. */
final class JsonRecords extends RecordMaterializer<ObjectNode> {

    /** What a value costs beside its text. */
    private static final int OF_A_VALUE = 16;

    private final ObjectConverter root;
    private JsonNode current;
    private long size;

    JsonRecords(MessageType schema) {
        root = new ObjectConverter(schema, record -> current = record);
    }

    @Override
    public ObjectNode getCurrentRecord() {
        return (ObjectNode) current;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** Of the current record, about, in bytes. */
    long size() {
        return size;
    }

    /** Counts a value, so that a few packed bytes can't become a record that fills the memory. */
    private void count(int length) {
        size += OF_A_VALUE + length;
        if (size > RecordBound.MOST) {
            throw new UncheckedIOException(new UnreadableFile(words -> words.longRecord(RecordBound.MOST)));
        }
    }

    private Converter converter(Type type, Consumer<JsonNode> into) {
        if (type.isPrimitive()) {
            return new ValueConverter(type.asPrimitiveType(), (value, length) -> {
                count(length);
                into.accept(value);
            });
        }
        GroupType group = type.asGroupType();
        if (group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation && group.getFieldCount() == 1) {
            return new ListConverter(group.getType(0), into);
        }
        if (group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation && group.getFieldCount() == 1
                && !group.getType(0).isPrimitive() && group.getType(0).asGroupType().getFieldCount() == 2) {
            return new MapConverter(group.getType(0).asGroupType(), into);
        }
        return new ObjectConverter(group, into);
    }

    /** A group whose fields have a converter each. */
    private abstract static class Fields extends GroupConverter {

        private final Converter[] fields;

        Fields(int count) {
            fields = new Converter[count];
        }

        void set(int index, Converter field) {
            fields[index] = field;
        }

        @Override
        public Converter getConverter(int index) {
            return fields[index];
        }
    }

    private final class ObjectConverter extends Fields {

        private final boolean record;
        private final Consumer<JsonNode> into;
        private ObjectNode object;

        ObjectConverter(GroupType group, Consumer<JsonNode> into) {
            super(group.getFieldCount());
            record = group instanceof MessageType;
            this.into = into;
            for (int i = 0; i < group.getFieldCount(); i++) {
                Type field = group.getType(i);
                String name = field.getName();
                set(i, converter(field, field.isRepetition(Repetition.REPEATED)
                        ? value -> object.withArrayProperty(name).add(value)
                        : value -> object.set(name, value)));
            }
        }

        @Override
        public void start() {
            size = record ? 0 : size;
            object = JsonNodeFactory.instance.objectNode();
            count(0);
        }

        @Override
        public void end() {
            into.accept(object);
        }
    }

    /** Parquet's lists have a group around each element; older ones don't. */
    private final class ListConverter extends Fields {

        private final Consumer<JsonNode> into;
        private ArrayNode list;

        ListConverter(Type repeated, Consumer<JsonNode> into) {
            super(1);
            this.into = into;
            set(0, wrapped(repeated) ? new ElementConverter(repeated.asGroupType(), value -> list.add(value))
                    : converter(repeated, value -> list.add(value)));
        }

        private static boolean wrapped(Type repeated) {
            return !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1
                    && !repeated.getName().equals("array") && !repeated.getName().endsWith("_tuple");
        }

        @Override
        public void start() {
            list = JsonNodeFactory.instance.arrayNode();
            count(0);
        }

        @Override
        public void end() {
            into.accept(list);
        }
    }

    private final class ElementConverter extends Fields {

        private final Consumer<JsonNode> into;
        private JsonNode element;

        ElementConverter(GroupType wrapper, Consumer<JsonNode> into) {
            super(1);
            this.into = into;
            set(0, converter(wrapper.getType(0), value -> element = value));
        }

        @Override
        public void start() {
            element = NullNode.instance;
            count(0);
        }

        @Override
        public void end() {
            into.accept(element);
        }
    }

    private final class MapConverter extends Fields {

        private final Consumer<JsonNode> into;
        private ObjectNode map;

        MapConverter(GroupType entry, Consumer<JsonNode> into) {
            super(1);
            this.into = into;
            set(0, new EntryConverter(entry, (key, value) -> map.set(key.asText(), value)));
        }

        @Override
        public void start() {
            map = JsonNodeFactory.instance.objectNode();
            count(0);
        }

        @Override
        public void end() {
            into.accept(map);
        }
    }

    private final class EntryConverter extends Fields {

        private final BiConsumer<JsonNode, JsonNode> into;
        private JsonNode key;
        private JsonNode value;

        EntryConverter(GroupType entry, BiConsumer<JsonNode, JsonNode> into) {
            super(2);
            this.into = into;
            set(0, converter(entry.getType(0), read -> key = read));
            set(1, converter(entry.getType(1), read -> value = read));
        }

        @Override
        public void start() {
            key = NullNode.instance;
            value = NullNode.instance;
            count(0);
        }

        @Override
        public void end() {
            into.accept(key, value);
        }
    }
}
