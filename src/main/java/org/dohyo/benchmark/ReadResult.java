package org.dohyo.benchmark;

/**
 * A result read from a file.
 *
 * @param place its place in the file
 * @param benchmark its benchmark, which includes its metric
 * @param result its model as the file names it; null if the file names none
 * @param records the number of the file's records that it represents; their sum over all results is the number of
 *        records in the file
 */
public record ReadResult(String place, Benchmark benchmark, NewResult result, int records) {

    public ReadResult withoutStandardError() {
        return new ReadResult(place, benchmark, new NewResult(result.result().withoutStandardError(), result.records()),
                records);
    }
}
