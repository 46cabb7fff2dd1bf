package org.dohyo.provider.http;

import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.stream.StreamFailure;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.vertx.core.buffer.Buffer;

/**
 * Unpacks a response that came gzipped although nobody asked for it, as some proxies do. Asking for it, which is the
 * client's own way, would invite servers to hold text back until a block of it is full.
 */
final class Unpacking {

    /** The largest size that one read from the network may unpack to. */
    private static final int MOST = 4 << 20;

    private final EmbeddedChannel gzip;

    /** @param encoding the response's Content-Encoding, or null */
    Unpacking(String encoding) {
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            gzip = null;
        } else if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            gzip = new EmbeddedChannel(ZlibCodecFactory.newZlibDecoder(ZlibWrapper.GZIP, MOST));
        } else {
            throw new StreamFailure(Kind.PROTOCOL, "the answer is encoded as " + encoding);
        }
    }

    Buffer unpack(Buffer bytes) {
        if (gzip == null) {
            return bytes;
        }
        gzip.writeInbound(Unpooled.wrappedBuffer(bytes.getBytes()));
        Buffer unpacked = Buffer.buffer();
        for (ByteBuf part = gzip.readInbound(); part != null; part = gzip.readInbound()) {
            byte[] copy = new byte[part.readableBytes()];
            part.readBytes(copy);
            part.release();
            unpacked.appendBytes(copy);
        }
        return unpacked;
    }
}
