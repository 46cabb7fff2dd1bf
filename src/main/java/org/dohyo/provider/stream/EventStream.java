package org.dohyo.provider.stream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import org.dohyo.provider.ProviderError.Kind;

/**
 * Cuts a byte stream in AWS' event-stream encoding (application/vnd.amazon.eventstream) into its events. Each frame is:
 * total length, length of headers, CRC-32 of these eight bytes, headers, payload, CRC-32 of all before it; numbers are
 * big-endian. A frame that says it is an exception or an error ends the reading, and so does one of more than 1 MiB.
 */
public final class EventStream {

    /** @param type the event's type as its header names it */
    public record Event(String type, byte[] payload) {
    }

    static final int MAX_FRAME = 1 << 20;
    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    private static final byte STRING = 7;

    private final Consumer<Event> events;
    private byte[] held = new byte[0];
    private int size;

    public EventStream(Consumer<Event> events) {
        this.events = events;
    }

    public void feed(byte[] bytes) {
        if (held.length - size < bytes.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, size + bytes.length));
        }
        System.arraycopy(bytes, 0, held, size, bytes.length);
        size += bytes.length;
        int at = 0;
        while (size - at >= PRELUDE) {
            int length = length(ByteBuffer.wrap(held, at, PRELUDE).slice());
            if (size - at < length) {
                break;
            }
            frame(ByteBuffer.wrap(held, at, length).slice());
            at += length;
        }
        System.arraycopy(held, at, held, 0, size - at);
        size -= at;
    }

    private static int length(ByteBuffer prelude) {
        int total = prelude.getInt(0);
        int headers = prelude.getInt(4);
        check(prelude, PRELUDE - CHECKSUM);
        if (total > MAX_FRAME || headers < 0 || total < PRELUDE + CHECKSUM || headers > total - PRELUDE - CHECKSUM) {
            throw new StreamFailure(Kind.PROTOCOL, "a frame of the event stream has an impossible length");
        }
        return total;
    }

    private void frame(ByteBuffer frame) {
        int total = frame.limit();
        check(frame, total - CHECKSUM);
        int headersEnd = PRELUDE + frame.getInt(4);
        Map<String, String> headers = headers(frame.slice(PRELUDE, headersEnd - PRELUDE));
        byte[] payload = new byte[total - CHECKSUM - headersEnd];
        frame.slice(headersEnd, payload.length).get(payload);
        switch (headers.getOrDefault(":message-type", "event")) {
            case "event" -> events.accept(new Event(headers.getOrDefault(":event-type", ""), payload));
            case "exception" -> throw HttpErrors.inStream(headers.getOrDefault(":exception-type", ""),
                    new String(payload, StandardCharsets.UTF_8));
            default -> throw HttpErrors.inStream(headers.getOrDefault(":error-code", ""),
                    headers.getOrDefault(":error-message", ""));
        }
    }

    private static void check(ByteBuffer bytes, int checked) {
        CRC32 crc = new CRC32();
        crc.update(bytes.slice(0, checked));
        if ((int) crc.getValue() != bytes.getInt(checked)) {
            throw new StreamFailure(Kind.PROTOCOL, "a frame of the event stream has a wrong checksum");
        }
    }

    /** The headers that are texts. */
    private static Map<String, String> headers(ByteBuffer bytes) {
        Map<String, String> headers = new HashMap<>();
        try {
            while (bytes.hasRemaining()) {
                String name = text(bytes, bytes.get() & 0xff);
                byte type = bytes.get();
                if (type == STRING) {
                    headers.put(name, text(bytes, bytes.getShort() & 0xffff));
                } else {
                    skip(bytes, type);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new StreamFailure(Kind.PROTOCOL, "a frame of the event stream has broken headers");
        }
        return headers;
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static void skip(ByteBuffer bytes, byte type) {
        int length = switch (type) {
            case 0, 1 -> 0;
            case 2 -> 1;
            case 3 -> 2;
            case 4 -> 4;
            case 5, 8 -> 8;
            case 6 -> bytes.getShort() & 0xffff;
            case 9 -> 16;
            default -> throw new IllegalArgumentException("header type " + type);
        };
        bytes.position(bytes.position() + length);
    }
}
