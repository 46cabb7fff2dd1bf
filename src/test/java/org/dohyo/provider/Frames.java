package org.dohyo.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

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
        return frame(Map.of(":message-type", HeaderValue.fromString("event"), ":event-type", HeaderValue.fromString(type),
                ":content-type", HeaderValue.fromString("application/json"), "x-other", HeaderValue.fromLong(7)), payload);
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
