package org.dohyo.dataset.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading at a record that would fill the memory. */
final class RecordBound extends FilterInputStream {

    static final int MOST = 32 << 20;

    private long since;

    RecordBound(InputStream text) {
        super(text);
    }

    /** A record begins. What a parser has read ahead counts for the record before. */
    void begin() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        count(count);
        return count;
    }

    private void count(int bytes) throws UnreadableFile {
        since += Math.max(0, bytes);
        if (since > MOST) {
            throw new UnreadableFile(words -> words.longRecord(MOST));
        }
    }
}
