package org.dohyo.dataset.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading at a record that would fill the memory, and knows how the text ends. */
final class RecordBound extends FilterInputStream {

    static final int MOST = 32 << 20;

    private long since;
    private int last = '\n';
    private boolean ended;

    RecordBound(InputStream text) {
        super(text);
    }

    /** A record begins. What a parser has read ahead counts for the record before. */
    void begin() {
        since = 0;
    }

    /** True once all of the text has been read. */
    boolean ended() {
        return ended;
    }

    /** True if what has been read ends with a line feed: no line is cut off then. */
    boolean endsWithLine() {
        return last == '\n';
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        ended = count < 0;
        if (count > 0) {
            count(count);
            last = into[from + count - 1];
        }
        return count;
    }

    private void count(int bytes) throws UnreadableFile {
        since += bytes;
        if (since > MOST) {
            throw new UnreadableFile(words -> words.longRecord(MOST));
        }
    }
}
