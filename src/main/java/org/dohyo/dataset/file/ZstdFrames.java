package org.dohyo.dataset.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes a Zstandard file through and follows its frames, as RFC 8878 has them. An end within a frame is an
 * {@link EOFException}: the library takes the beginning of a frame for the end of the file.
 */
final class ZstdFrames extends FilterInputStream {

    private static final int MAGIC = 4;
    private static final int DESCRIPTOR = 1;
    private static final int BLOCK = 3;
    private static final int CHECKSUM = 4;
    private static final int[] DICTIONARY = { 0, 1, 2, 4 };
    private static final int REPEATED_BYTE = 1;

    /** What comes next, by its length: {@link #MAGIC}, {@link #DESCRIPTOR} or {@link #BLOCK}. */
    private int part = MAGIC;
    private int have;
    private int value;
    private long skip;
    private boolean checksum;

    ZstdFrames(InputStream packed) {
        super(packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        if (count < 0 && (part != MAGIC || have > 0 || skip > 0)) {
            throw new EOFException("within a frame");
        }
        for (int i = 0; i < count; i++) {
            int skipped = (int) Math.min(skip, count - i);
            skip -= skipped;
            i += skipped;
            if (i < count) {
                follow(into[from + i] & 0xFF);
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void follow(int one) {
        value |= one << 8 * have++;
        if (have == part) {
            int whole = value;
            have = 0;
            value = 0;
            switch (part) {
                case MAGIC -> part = DESCRIPTOR;
                case DESCRIPTOR -> header(whole);
                default -> block(whole);
            }
        }
    }

    private void header(int descriptor) {
        int single = descriptor >> 5 & 1;
        int size = descriptor >> 6;
        checksum = (descriptor & 4) != 0;
        skip = 1 - single + DICTIONARY[descriptor & 3] + (size == 0 ? single : 1 << size);
        part = BLOCK;
    }

    private void block(int header) {
        skip = (header >> 1 & 3) == REPEATED_BYTE ? 1 : header >> 3;
        if ((header & 1) != 0) {
            skip += checksum ? CHECKSUM : 0;
            part = MAGIC;
        }
    }
}
