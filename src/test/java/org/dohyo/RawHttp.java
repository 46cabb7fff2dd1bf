package org.dohyo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends a request as it is written: other clients mend or refuse addresses and headers that are wrong. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    private final String authority;
    private final Connector connector;

    public RawHttp(String host, int port) {
        this(host + ":" + port, () -> new Socket(host, port));
    }

    /** @param authority what the header Host names, whatever the connection leads to */
    public RawHttp(String authority, Connector connector) {
        this.authority = authority;
        this.connector = connector;
    }

    /** Opens a connection for one request. */
    public interface Connector {

        Socket connect() throws IOException;
    }

    /** @param headers by their names in lower case */
    public record Answer(int status, Map<String, String> headers, String body) {

        public boolean isProblem() {
            return headers.getOrDefault("content-type", "").startsWith("application/problem+json");
        }
    }

    /** @param body null for none */
    public Answer send(String method, String address, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(
                method + " " + address + " HTTP/1.1\r\nHost: " + authority + "\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        try (Socket socket = connector.connect()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer parse(String text) throws IOException {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no whole answer: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
