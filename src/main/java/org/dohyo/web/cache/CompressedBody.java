package org.dohyo.web.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A response body sent to many readers. It is compressed once, for the first reader who accepts gzip. */
public final class CompressedBody {

    private final byte[] plain;
    private byte[] gzip;

    public CompressedBody(byte[] plain) {
        this.plain = plain;
    }

    /** The text in UTF-8. */
    public static CompressedBody of(String text) {
        return new CompressedBody(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] plain() {
        return plain;
    }

    int size() {
        return plain.length;
    }

    synchronized byte[] gzip() {
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
