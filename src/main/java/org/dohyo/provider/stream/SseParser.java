package org.dohyo.provider.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.dohyo.provider.ProviderError.Kind;

/**
 * Cuts a byte stream into server-sent events. Bytes may be split anywhere, also within a character, since only whole
 * lines are decoded. A line, or an event's data, of more than 1 MiB is a {@link Kind#PROTOCOL} failure.
 * <p>
 * It reads what servers send beyond the standard. JSON without a field's name is an event, on one line or many:
 * SageMaker's LMI containers send such lines, others a whole answer or an error. Data that are a whole JSON value are
 * an event before the blank line comes, which some servers leave out. A field's name may stand there twice.
 */
public final class SseParser {

    /** Takes the stream's parts in their order. */
    interface Listener {

        /** @param name the event's type, empty where the stream gives none */
        void event(String name, String data);

        /** A line that is neither a field nor JSON, such as the words of a proxy. */
        void stray(String line);
    }

    public static final int MAX_LINE = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String DATA = "data:";

    private final Listener listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private JsonEnd jsonEnd;
    private String name = "";
    private boolean hasData;
    private boolean unframed;
    private boolean first = true;
    private boolean afterCarriageReturn;

    SseParser(Listener listener) {
        this.listener = listener;
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
        if (first && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        first = false;
        if (unframed) {
            append(text);
        } else if (text.isBlank()) {
            dispatch();
        } else if (JsonEnd.begins(text)) {
            dispatch();
            unframed = true;
            append(text);
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
        switch (key) {
            case "data" -> data(value);
            case "event" -> name = value;
            case "error" -> listener.event("error", value);
            case "id", "retry" -> {
                // of no use here
            }
            default -> listener.stray(text);
        }
    }

    private void data(String value) {
        String bare = value;
        while (bare.startsWith(DATA)) {
            bare = bare.substring(DATA.length()).stripLeading();
        }
        if (hasData && jsonEnd == null && JsonEnd.begins(bare)) {
            dispatch();
        }
        append(bare);
    }

    private void append(String value) {
        bound(data.length() + value.length());
        if (hasData) {
            data.append('\n');
        } else if (JsonEnd.begins(value)) {
            jsonEnd = new JsonEnd();
        }
        data.append(value);
        hasData = true;
        if (jsonEnd != null) {
            jsonEnd.feed(value);
            if (jsonEnd.reached()) {
                dispatch();
            }
        }
    }

    private void dispatch() {
        String type = name;
        String all = data.toString();
        boolean event = hasData;
        data.setLength(0);
        hasData = false;
        unframed = false;
        jsonEnd = null;
        name = "";
        if (event) {
            listener.event(type, all);
        }
    }

    private static void bound(int size) {
        if (size >= MAX_LINE) {
            throw new StreamFailure(Kind.PROTOCOL, "a line of the stream is longer than 1 MiB");
        }
    }
}
