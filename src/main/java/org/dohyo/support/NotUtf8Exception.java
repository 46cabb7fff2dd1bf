package org.dohyo.support;

import java.io.IOException;

/**
 * A text in another encoding; the message, which follows the name of the file, tells the encoding where it shows,
 * or the line of the first wrong byte.
 */
public class NotUtf8Exception extends IOException {

    NotUtf8Exception(String sign) {
        super("is not UTF-8: " + sign + "; save it as UTF-8 and send it again");
    }
}
