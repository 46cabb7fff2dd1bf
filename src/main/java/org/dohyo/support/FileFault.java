package org.dohyo.support;

/** Why a text can't be read, in the reader's words. */
@FunctionalInterface
public interface FileFault {

    /** Returns what continues the name of the file or the record. */
    String in(FileMessages words);
}
