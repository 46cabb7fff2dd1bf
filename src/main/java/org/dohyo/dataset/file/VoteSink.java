package org.dohyo.dataset.file;

import java.io.IOException;

import org.dohyo.dataset.format.Comparison;

/** Receives the comparisons of a file in order; records count from 1, and one may hold several. */
@FunctionalInterface
public interface VoteSink {

    void accept(long record, Comparison comparison) throws IOException;
}
