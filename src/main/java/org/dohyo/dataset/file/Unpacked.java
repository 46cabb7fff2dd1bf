package org.dohyo.dataset.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.dohyo.dataset.format.VoteFileMessages;

import io.airlift.compress.zstd.ZstdInputStream;

/**
 * The text of a file that may be packed with gzip or Zstandard, which its first bytes show; several members or frames
 * are one text. A small file that unpacks to very much ends the reading with {@link FileTooLarge}; one that is damaged,
 * cut off, or followed by anything else ends it with {@link UnreadableFile}.
 */
final class Unpacked extends FilterInputStream {

    private static final byte[] GZIP = { 0x1F, (byte) 0x8B };
    private static final byte[] ZSTD = { 0x28, (byte) 0xB5, 0x2F, (byte) 0xFD };
    private static final byte[] ZIP = { 'P', 'K', 3, 4 };
    /** No file of votes comes near to it: texts shrink to a tenth, repeated records to a fiftieth. */
    static final int MOST_RATIO = 200;
    static final long ANY_RATIO = 16L << 20;
    static final long MOST = 64L << 30;
    /**
     * How much is read for the next bytes of text. A header with a longer name would be kept in memory, and skippable
     * frames may have gigabytes.
     */
    private static final int MOST_WITHOUT_TEXT = 1 << 20;

    private final Packed packed;
    private long unpacked;

    private Unpacked(InputStream text, Packed packed) {
        super(text);
        this.packed = packed;
    }

    static BufferedInputStream of(InputStream body) throws IOException {
        BufferedInputStream file = new BufferedInputStream(body, 1 << 16);
        file.mark(ZSTD.length);
        byte[] start = file.readNBytes(ZSTD.length);
        file.reset();
        if (begins(start, ZIP)) {
            throw new UnreadableFile(VoteFileMessages::zip);
        }
        Packed packed = new Packed(file);
        if (begins(start, GZIP)) {
            return buffered(new Unpacked(decoder(packed, true), packed));
        }
        return begins(start, ZSTD) || ZstdFrames.skippable(start)
                ? buffered(new Unpacked(decoder(packed, false), packed))
                : file;
    }

    private static BufferedInputStream buffered(Unpacked text) {
        return new BufferedInputStream(text, 1 << 16);
    }

    private static boolean begins(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    private static InputStream decoder(Packed packed, boolean gzip) throws IOException {
        try {
            return gzip
                    ? GzipCompressorInputStream.builder().setInputStream(packed).setDecompressConcatenated(true).get()
                    : new ZstdInputStream(new ZstdFrames(packed));
        } catch (IOException | RuntimeException e) {
            throw packed.fault(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count;
        packed.begin();
        try {
            count = super.read(into, from, most);
        } catch (IOException | RuntimeException e) {
            throw packed.fault(e);
        }
        unpacked += Math.max(0, count);
        if (unpacked > ANY_RATIO && unpacked > MOST_RATIO * packed.bytes || unpacked > MOST) {
            throw FileTooLarge.unpacked(unpacked);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The packed bytes: counts them, and knows whether a fault is theirs or the transport's. */
    private static final class Packed extends FilterInputStream {

        private long bytes;
        private long begun;
        private IOException broken;

        Packed(InputStream file) {
            super(file);
        }

        /** The next bytes of text begin. */
        void begin() {
            begun = bytes;
        }

        IOException fault(Exception e) {
            return e == broken ? broken : new UnreadableFile(VoteFileMessages::cutOff);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count;
            try {
                count = super.read(into, from, most);
            } catch (IOException e) {
                broken = e;
                throw e;
            }
            bytes += Math.max(0, count);
            if (bytes - begun > MOST_WITHOUT_TEXT) {
                throw new IOException("too long a header");
            }
            return count;
        }

        /** What is read twice would count twice. */
        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
