package org.dohyo.log.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A bundle of entries as a log serves it: each entry after its length in two bytes, the higher one first. */
public final class EntryBundle {

    /** The most bytes that an entry may have. */
    public static final int LONGEST = 0xFFFF;

    private EntryBundle() {
    }

    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new LogFormatException("an entry of " + entry.length + " bytes is too long for a bundle");
            }
            bundle.write(entry.length >> Byte.SIZE);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** @throws LogFormatException if the bundle ends within an entry */
    public static List<byte[]> decode(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length) {
            if (bundle.length - at < 2) {
                throw new LogFormatException("a bundle ends within the length of an entry");
            }
            int end = at + 2 + ((bundle[at] & 0xFF) << Byte.SIZE | bundle[at + 1] & 0xFF);
            if (end > bundle.length) {
                throw new LogFormatException("a bundle ends within an entry");
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        return entries;
    }
}
