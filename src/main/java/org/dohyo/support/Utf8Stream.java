package org.dohyo.support;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;

/**
 * Passes a text through if it is UTF-8, without its byte order mark. Parsers guess an encoding or put replacement
 * characters into names; here the first byte that can't be ends the reading with a {@link NotUtf8Exception}.
 */
public final class Utf8Stream extends FilterInputStream {

    private static final int[] MARK = { 0xEF, 0xBB, 0xBF };
    private static final int GZIP = 0x1F;
    private static final int ESCAPE = 0x1B;

    private long bytes;
    private long line = 1;
    private int last = -1;
    /** How many bytes of the character are still to come, and the range of the next one. */
    private int pending;
    private int low;
    private int high;

    private Utf8Stream(InputStream body) {
        super(body);
    }

    public static InputStream of(InputStream body) throws IOException {
        PushbackInputStream text = new PushbackInputStream(body, MARK.length);
        byte[] start = text.readNBytes(MARK.length);
        boolean marked = start.length == MARK.length;
        for (int i = 0; i < start.length; i++) {
            marked &= (start[i] & 0xFF) == MARK[i];
        }
        if (!marked) {
            text.unread(start);
        }
        return new Utf8Stream(text);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one < 0) {
            end();
        } else {
            check(one);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        if (count < 0) {
            end();
        }
        for (int i = from; i < from + count; i++) {
            check(into[i] & 0xFF);
        }
        return count;
    }

    @Override
    public long skip(long most) throws IOException {
        return readNBytes((int) Math.min(most, 1 << 13)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void end() throws NotUtf8Exception {
        if (pending > 0) {
            throw new NotUtf8Exception(FileMessages::halfCharacter);
        }
    }

    private void check(int one) throws NotUtf8Exception {
        if (pending > 0) {
            if (one < low || one > high) {
                throw wrong(one);
            }
            pending--;
            low = 0x80;
            high = 0xBF;
        } else if (one >= 0x80) {
            begin(one);
        } else if (one == 0) {
            throw new NotUtf8Exception(FileMessages::utf16);
        } else if (last == ESCAPE && (one == '$' || one == '(')) {
            throw new NotUtf8Exception(FileMessages::iso2022jp);
        } else if (one == '\n') {
            line++;
        }
        last = one;
        bytes++;
    }

    /** The ranges of RFC 3629, which leave out surrogates, longer forms than needed, and what is above U+10FFFF. */
    private void begin(int one) throws NotUtf8Exception {
        low = one == 0xE0 ? 0xA0 : one == 0xF0 ? 0x90 : 0x80;
        high = one == 0xED ? 0x9F : one == 0xF4 ? 0x8F : 0xBF;
        if (one >= 0xC2 && one <= 0xDF) {
            pending = 1;
        } else if (one >= 0xE0 && one <= 0xEF) {
            pending = 2;
        } else if (one >= 0xF0 && one <= 0xF4) {
            pending = 3;
        } else {
            throw wrong(one);
        }
    }

    private NotUtf8Exception wrong(int one) {
        if (bytes == 0 && one >= 0xFE) {
            return new NotUtf8Exception(FileMessages::utf16);
        }
        if (bytes == 1 && last == GZIP) {
            return new NotUtf8Exception(FileMessages::gzip);
        }
        long place = line;
        return new NotUtf8Exception(
                words -> words.wrongByte(place, HexFormat.of().withUpperCase().toHexDigits((byte) one)));
    }
}
