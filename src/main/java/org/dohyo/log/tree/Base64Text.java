package org.dohyo.log.tree;

import java.util.Base64;

/** Base64 as the formats of a log want it: one text for each sequence of bytes, so that a file can't be varied. */
final class Base64Text {

    private Base64Text() {
    }

    /** @param what the beginning of the message of an error */
    static byte[] decode(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Neither case is valid: the same message for both.
        }
        throw new LogFormatException(what + " isn't valid base64");
    }
}
