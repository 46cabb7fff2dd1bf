package org.dohyo.web.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What many readers get. It is compressed once, when the first of them takes it so. */
public final class Body {

    private final byte[] plain;
    private byte[] gzip;

    public Body(byte[] plain) {
        this.plain = plain;
    }

    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
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
