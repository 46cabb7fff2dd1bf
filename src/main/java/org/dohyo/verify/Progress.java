package org.dohyo.verify;

/** Is told how far the reading of a log has come. */
@FunctionalInterface
public interface Progress {

    /** @param done of {@code all} entries */
    void reached(long done, long all);
}
