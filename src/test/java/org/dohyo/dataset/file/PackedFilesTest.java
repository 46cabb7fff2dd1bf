package org.dohyo.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.dohyo.dataset.format.AllFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.airlift.compress.zstd.ZstdOutputStream;

/** Files of several gzip members or Zstandard frames, as they are and as they must not be. */
class PackedFilesTest {

    private static final Reading READING = new Reading(AllFormats.beans(), null, null, false,
            Instant.parse("2026-11-27T16:00:00Z"));

    enum Packer {
        GZIP {
            @Override
            OutputStream over(OutputStream out) throws IOException {
                return new GZIPOutputStream(out);
            }
        },
        ZSTD {
            @Override
            OutputStream over(OutputStream out) throws IOException {
                return new ZstdOutputStream(out);
            }
        };

        abstract OutputStream over(OutputStream out) throws IOException;

        byte[] pack(byte[] text) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = over(packed)) {
                out.write(text);
            }
            return packed.toByteArray();
        }
    }

    private static byte[] lines(int count) {
        return "{\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"tie\",\"tstamp\":1}\n".repeat(count).getBytes();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Between the parts nothing is at hand, as while a network pauses. */
    private static ReadFile read(byte[]... parts) throws IOException {
        InputStream file = new SequenceInputStream(
                Collections.enumeration(Stream.of(parts).map(ByteArrayInputStream::new).toList()));
        return VoteFile.read(file, READING, (record, comparison) -> {
        });
    }

    private static void requireRefused(byte[]... parts) throws IOException {
        assertThat(EnglishFault.all(read(parts).errors())).singleElement().satisfies(
                error -> assertThat(error.reason()).isEqualTo("the file is damaged or cut off: it can't be unpacked"));
    }

    @ParameterizedTest
    @EnumSource
    void severalMembers_areOneFile(Packer packer) throws IOException {
        byte[] empty = packer.pack(new byte[0]);
        ReadFile read = read(packer.pack(lines(10)), empty, packer.pack(lines(20_000)), empty);
        assertThat(read.errors()).isEmpty();
        assertThat(read.votes()).isEqualTo(20_010);
    }

    @ParameterizedTest
    @EnumSource
    void memberThatIsCutOffAnywhere_isRefused(Packer packer) throws IOException {
        byte[] first = packer.pack(lines(10));
        byte[] second = packer.pack(lines(20));
        for (int length = 1; length < second.length; length++) {
            requireRefused(first, Arrays.copyOf(second, length));
            requireRefused(Arrays.copyOf(first, first.length - Math.min(length, first.length - 5)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsTheLastMember_isRefused(Packer packer) throws IOException {
        for (byte[] more : new byte[][] { { 0 }, { '\n' }, new byte[512], "more".getBytes(), lines(1) }) {
            requireRefused(packer.pack(lines(10)), more);
        }
    }

    /** By RFC 8878, section 3.1.2, with the last of its sixteen magic numbers. */
    private static byte[] skippable(int size) {
        return ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN).putInt(0x184D2A5F).putInt(size).array();
    }

    @Test
    void skippableFrames_areSkipped() throws IOException {
        byte[] frame = Packer.ZSTD.pack(lines(10));
        for (int size : new int[] { 0, 1, 4, 100_000 }) {
            byte[] more = skippable(size);
            ReadFile read = read(more, frame, more, more, frame, more);
            assertThat(read.errors()).isEmpty();
            assertThat(read.votes()).isEqualTo(20);
        }
        byte[] first = skippable(0);
        first[0] = 0x50;
        assertThat(read(joined(first, frame)).votes()).isEqualTo(10);
    }

    @Test
    void skippableFrame_thatIsCutOffOrVeryLarge_isRefused() throws IOException {
        byte[] frame = Packer.ZSTD.pack(lines(10));
        byte[] more = skippable(3);
        for (int length = 1; length < more.length; length++) {
            requireRefused(frame, Arrays.copyOf(more, length));
        }
        requireRefused(frame, skippable(2 << 20), frame);
        byte[] endless = skippable(0);
        Arrays.fill(endless, 4, 8, (byte) 0xFF);
        requireRefused(frame, endless, new byte[100]);
        requireRefused(more, lines(10));
    }

    /** Each of them costs only a few bytes, and little of them is read ahead. */
    @ParameterizedTest
    @EnumSource
    void bombOfManyMembers_endsTheReading(Packer packer) throws IOException {
        byte[] member = packer.pack(new byte[1 << 20]);
        byte[][] members = new byte[64][];
        Arrays.fill(members, member);
        members[0] = packer.pack(lines(1));
        assertThat(EnglishFault.of(catchThrowableOfType(FileTooLarge.class, () -> unpack(joined(members)))))
                .contains("more than 200 times its size");
    }

    private static void unpack(byte[] file) throws IOException {
        Unpacked.of(new ByteArrayInputStream(file)).transferTo(OutputStream.nullOutputStream());
    }

    @Test
    void nameWithoutAnEnd_doesNotFillTheMemory() throws IOException {
        byte[] header = { 0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0 };
        byte[] name = new byte[4 << 20];
        Arrays.fill(name, (byte) 'n');
        requireRefused(header, name, new byte[] { 0 });
    }
}
