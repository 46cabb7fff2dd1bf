package org.dohyo.dataset.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

import io.airlift.compress.Compressor;
import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;

/** Packs and unpacks the pages of Parquet files in plain Java; no page may be larger than {@link #MOST}. */
public final class PageCodecs implements CompressionCodecFactory {

    /** In bytes. Writers make pages of one to a few MiB. */
    static final int MOST = 64 << 20;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return new Codec(name);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return new Codec(name);
    }

    @Override
    public void release() {
        // Codecs hold nothing.
    }

    private record Codec(CompressionCodecName name) implements BytesInputCompressor, BytesInputDecompressor {

        @Override
        public CompressionCodecName getCodecName() {
            return name;
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return switch (name) {
                case UNCOMPRESSED -> bytes;
                case GZIP -> gzip(bytes);
                case ZSTD -> packed(new ZstdCompressor(), all(bytes));
                case SNAPPY -> packed(new SnappyCompressor(), all(bytes));
                case LZ4_RAW -> packed(new Lz4Compressor(), all(bytes));
                default -> throw unknown();
            };
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            if (size < 0 || size > MOST) {
                throw new UnreadableFile(words -> words.largePage(MOST));
            }
            return switch (name) {
                case UNCOMPRESSED -> bytes;
                case GZIP -> BytesInput.from(new GZIPInputStream(bytes.toInputStream()).readNBytes(size));
                case ZSTD -> unpacked(new ZstdDecompressor(), all(bytes), size);
                case SNAPPY -> unpacked(new SnappyDecompressor(), all(bytes), size);
                case LZ4_RAW -> unpacked(new Lz4Decompressor(), all(bytes), size);
                default -> throw unknown();
            };
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer into, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            into.put(all(decompress(BytesInput.from(bytes), size)));
        }

        @Override
        public void release() {
            // Each call has its own buffers.
        }

        private UnreadableFile unknown() {
            return new UnreadableFile(words -> words.unknownCodec(name.name()));
        }

        private static byte[] all(BytesInput bytes) throws IOException {
            return bytes.toInputStream().readAllBytes();
        }

        private static BytesInput packed(Compressor compressor, byte[] bytes) {
            byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
            return BytesInput.from(packed, 0,
                    compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length));
        }

        private static BytesInput unpacked(Decompressor decompressor, byte[] packed, int size) {
            byte[] bytes = new byte[size];
            int unpacked = decompressor.decompress(packed, 0, packed.length, bytes, 0, size);
            return BytesInput.from(unpacked == size ? bytes : Arrays.copyOf(bytes, unpacked));
        }

        private static BytesInput gzip(BytesInput bytes) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                bytes.writeAllTo(out);
            }
            return BytesInput.from(packed);
        }
    }
}
