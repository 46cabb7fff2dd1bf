package org.dohyo.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Frames of AWS' event stream, made by AWS' own encoder. */
final class Frames {

    private Frames() {
    }

    static byte[] event(String type, String payload) {
        return event(type, payload.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] event(String type, byte[] payload) {
        return frame(
                Map.of(":message-type", HeaderValue.fromString("event"), ":event-type", HeaderValue.fromString(type),
                        ":content-type", HeaderValue.fromString("application/json")),
                payload);
    }

    /**
     * A text event whose frame carries headers that are no texts; bytes and shorts are left out, since the encoder
     * forgets their values.
     */
    static byte[] eventAmongOddHeaders(String type, String payload) {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put("a", HeaderValue.fromBoolean(true));
        headers.put("d", HeaderValue.fromInteger(1));
        headers.put("e", HeaderValue.fromLong(1));
        headers.put("f", HeaderValue.fromByteArray(new byte[] { 1, 2, 3 }));
        headers.put("g", HeaderValue.fromTimestamp(Instant.EPOCH));
        headers.put("h", HeaderValue.fromUuid(new UUID(1, 2)));
        headers.put(":event-type", HeaderValue.fromString(type));
        return frame(headers, payload.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] exception(String type, String payload) {
        return frame(Map.of(":message-type", HeaderValue.fromString("exception"), ":exception-type",
                HeaderValue.fromString(type), ":content-type", HeaderValue.fromString("application/json")),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] frame(Map<String, HeaderValue> headers, byte[] payload) {
        ByteBuffer buffer = new Message(headers, payload).toByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
