package org.dohyo.benchmark.imports;

import java.util.List;

import org.dohyo.benchmark.ReadResult;

/**
 * A file as it was read.
 *
 * @param leftOut the records that are no result, with their reasons
 */
public record ReadFile(List<ReadResult> results, List<ImportFault> leftOut) {

    public ReadFile {
        results = List.copyOf(results);
        leftOut = List.copyOf(leftOut);
    }
}
