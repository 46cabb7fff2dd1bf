package org.dohyo.provider.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.dohyo.provider.ProviderError.Kind;

/**
 * Cuts a byte stream into server-sent events. Bytes may be split anywhere, also within a character, since only whole
 * lines are decoded. A line, or an event's data, of more than 1 MiB is a {@link Kind#PROTOCOL} failure. A line that is
 * a bare JSON object counts as an event: SageMaker's LMI containers send such lines, and no field begins like one.
 */
public final class SseParser {

    /** @param name the event's type, empty where the stream gives none */
    record Event(String name, String data) {
    }

    public static final int MAX_LINE = 1 << 20;

    private final Consumer<Event> events;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private boolean hasData;
    private boolean afterCarriageReturn;

    SseParser(Consumer<Event> events) {
        this.events = events;
    }

    void feed(byte[] bytes) {
        for (byte b : bytes) {
            feed(b);
        }
    }

    private void feed(byte b) {
        boolean secondHalf = b == '\n' && afterCarriageReturn;
        afterCarriageReturn = b == '\r';
        if (secondHalf) {
            return;
        }
        if (b == '\n' || b == '\r') {
            endLine();
        } else {
            bound(line.size());
            line.write(b);
        }
    }

    /** The stream is over. A last event without its blank line still counts: some servers leave it out. */
    void end() {
        if (line.size() > 0) {
            endLine();
        }
        dispatch();
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            dispatch();
        } else if (text.charAt(0) == '{') {
            dispatch();
            append(text);
            dispatch();
        } else if (text.charAt(0) != ':') {
            field(text);
        }
    }

    private void field(String text) {
        int colon = text.indexOf(':');
        String key = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        if (key.equals("data")) {
            append(value);
        } else if (key.equals("event")) {
            name = value;
        }
    }

    private void append(String value) {
        bound(data.length() + value.length());
        if (hasData) {
            data.append('\n');
        }
        data.append(value);
        hasData = true;
    }

    private void dispatch() {
        if (hasData) {
            Event event = new Event(name, data.toString());
            data.setLength(0);
            hasData = false;
            name = "";
            events.accept(event);
        }
        name = "";
    }

    private static void bound(int size) {
        if (size >= MAX_LINE) {
            throw new StreamFailure(Kind.PROTOCOL, "a line of the stream is longer than 1 MiB");
        }
    }
}
