package org.dohyo.provider.stream;

/** Reads the bytes of one answer as they come. Throws {@link StreamFailure} where the stream is broken. */
public interface Decoder {

    void feed(byte[] bytes);

    /** The stream is over: reads what was held back. */
    void end();
}
