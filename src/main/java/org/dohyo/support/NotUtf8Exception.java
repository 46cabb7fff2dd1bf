package org.dohyo.support;

import java.io.IOException;
import java.util.function.Function;

/** A text in another encoding. */
public class NotUtf8Exception extends IOException {

    private final transient FileFault fault;

    /** @param sign what the encoding is, if that is apparent, or else the line of the first invalid byte */
    NotUtf8Exception(Function<FileMessages, String> sign) {
        super("not UTF-8");
        this.fault = words -> words.notUtf8(sign.apply(words));
    }

    public FileFault fault() {
        return fault;
    }
}
