package org.dohyo.leaderboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What many readers get. It is compressed once, when the first of them takes it so: a vote makes every open browser ask at
 * the same moment. A method that answers with it is {@code @Compressed}: only then the server, which compresses nothing that
 * is already, doesn't also say that it isn't.
 */
final class Body {

    private final byte[] plain;
    private byte[] gzip;

    Body(byte[] plain) {
        this.plain = plain;
    }

    static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] plain() {
        return plain;
    }

    int size() {
        return plain.length;
    }

    /** 200 with it. */
    Response.ResponseBuilder ok(boolean compressed, MediaType type) {
        return compressed ? Response.ok(gzip(), type).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : Response.ok(plain, type);
    }

    private synchronized byte[] gzip() {
        if (gzip == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4);
            try (GZIPOutputStream compressing = new GZIPOutputStream(out)) {
                compressing.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            gzip = out.toByteArray();
        }
        return gzip;
    }
}
