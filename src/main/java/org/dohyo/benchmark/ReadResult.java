package org.dohyo.benchmark;

/**
 * A result read from a file.
 *
 * @param place where it stands in the file
 * @param benchmark which it belongs to, with the metric that it is in
 * @param result its model as the file names it; null where the file names none
 * @param records how many of the file's records it stands for; over all results of a file these add up to its records
 */
public record ReadResult(String place, Benchmark benchmark, NewResult result, int records) {

    public ReadResult withoutStandardError() {
        return new ReadResult(place, benchmark, new NewResult(result.result().withoutStandardError(), result.records()),
                records);
    }
}
