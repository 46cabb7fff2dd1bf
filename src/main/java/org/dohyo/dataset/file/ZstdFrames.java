package org.dohyo.dataset.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes a Zstandard file through and follows its frames, as RFC 8878 has them, without the skippable ones, which the
 * library doesn't know. An end within a frame is an {@link EOFException}: the library takes the beginning of a frame
 * for the end of the file.
 */
final class ZstdFrames extends FilterInputStream {

    private static final int MAGIC = 4;
    private static final int DESCRIPTOR = 1;
    private static final int BLOCK = 3;
    private static final int CHECKSUM = 4;
    private static final int[] DICTIONARY = { 0, 1, 2, 4 };
    private static final int REPEATED_BYTE = 1;

    /** The lowest of the sixteen magic numbers of skippable frames. */
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_SIZE = 4;
    private static final int CHUNK = 1 << 13;

    /** The frame's first bytes, and how many of them were passed on. */
    private byte[] magic = {};
    private int passed;
    /** What comes next, by its length: {@link #MAGIC}, {@link #DESCRIPTOR} or {@link #BLOCK}. */
    private int part = MAGIC;
    private int have;
    private int value;
    /** What is passed on before it, unseen. */
    private long content;
    private boolean checksum;

    ZstdFrames(InputStream packed) {
        super(packed);
    }

    /** True if a file that begins with these bytes begins with a skippable frame. */
    static boolean skippable(byte[] start) {
        return start.length >= MAGIC && (number(start) & ~0xF) == SKIPPABLE;
    }

    private static int number(byte[] four) {
        return four[0] & 0xFF | (four[1] & 0xFF) << 8 | (four[2] & 0xFF) << 16 | four[3] << 24;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (part == MAGIC && content == 0 && !nextFrame()) {
            return -1;
        }
        if (passed < magic.length) {
            int count = Math.min(most, magic.length - passed);
            System.arraycopy(magic, passed, into, from, count);
            passed += count;
            return count;
        }
        int count = super.read(into, from, (int) Math.min(most, content > 0 ? content : part - have));
        if (count < 0) {
            throw cutOff();
        }
        if (content > 0) {
            content -= count;
        } else {
            for (int i = 0; i < count; i++) {
                follow(into[from + i] & 0xFF);
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static EOFException cutOff() {
        return new EOFException("within a frame");
    }

    /** Goes on to the next frame that isn't skippable; false at the end of the file. */
    private boolean nextFrame() throws IOException {
        byte[] start = in.readNBytes(MAGIC);
        while (skippable(start)) {
            leaveOut(Integer.toUnsignedLong(number(whole(SKIPPABLE_SIZE))));
            start = in.readNBytes(MAGIC);
        }
        if (start.length == 0) {
            return false;
        }
        if (start.length < MAGIC) {
            throw cutOff();
        }
        magic = start;
        passed = 0;
        part = DESCRIPTOR;
        return true;
    }

    /** By reading: whoever has the packed bytes counts what is read, and bounds what gives no text. */
    private void leaveOut(long size) throws IOException {
        for (long left = size; left > 0; left -= Math.min(left, CHUNK)) {
            whole((int) Math.min(left, CHUNK));
        }
    }

    private byte[] whole(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw cutOff();
        }
        return read;
    }

    private void follow(int one) {
        value |= one << 8 * have++;
        if (have == part) {
            int whole = value;
            have = 0;
            value = 0;
            if (part == DESCRIPTOR) {
                header(whole);
            } else {
                block(whole);
            }
        }
    }

    private void header(int descriptor) {
        int single = descriptor >> 5 & 1;
        int size = descriptor >> 6;
        checksum = (descriptor & 4) != 0;
        content = 1 - single + DICTIONARY[descriptor & 3] + (size == 0 ? single : 1 << size);
        part = BLOCK;
    }

    private void block(int header) {
        content = (header >> 1 & 3) == REPEATED_BYTE ? 1 : header >> 3;
        if ((header & 1) != 0) {
            content += checksum ? CHECKSUM : 0;
            part = MAGIC;
        }
    }
}
