package org.dohyo.support;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a text can't be read; each but {@code sign} continues the name of the file or the record. */
@MessageBundle("file")
public interface FileMessages {

    @Message("is nested too deeply, or has too long a text or number")
    String tooDeep();

    @Message("has the field {field} twice")
    String fieldTwice(String field);

    @Message("can't be read")
    String unreadable();

    /** @param sentence the parser's, in English */
    @Message("can't be read: {sentence}")
    String unreadableAt(String sentence);

    @Message("is not UTF-8: {sign}; save it as UTF-8 and send it again")
    String notUtf8(String sign);

    @Message("it ends in the middle of a character")
    String halfCharacter();

    @Message("it looks like UTF-16 or no text at all")
    String utf16();

    @Message("it looks like ISO-2022-JP")
    String iso2022jp();

    @Message("it is packed with gzip, so unpack it first")
    String gzip();

    /** @param hex the byte, in two hexadecimal digits */
    @Message("line {line} has the byte 0x{hex}, which UTF-8 can't have there")
    String wrongByte(long line, String hex);
}
