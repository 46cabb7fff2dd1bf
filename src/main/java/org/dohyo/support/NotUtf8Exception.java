package org.dohyo.support;

import java.io.IOException;

/**
 * A text in another encoding. The message continues the name of the file, and gives the encoding if it is apparent or
 * else the line of the first invalid byte.
 */
public class NotUtf8Exception extends IOException {

    NotUtf8Exception(String sign) {
        super("is not UTF-8: " + sign + "; save it as UTF-8 and send it again");
    }
}
