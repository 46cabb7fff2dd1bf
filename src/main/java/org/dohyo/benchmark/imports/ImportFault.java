package org.dohyo.benchmark.imports;

import java.util.function.BiFunction;
import java.util.function.Function;

import org.dohyo.support.FileMessages;

/**
 * An {@link ImportError} whose reason is still in no language.
 *
 * @param place a line, a JSON pointer (RFC 6901) or both; empty for the whole file
 */
public record ImportFault(String place, BiFunction<BenchmarkFileMessages, FileMessages, String> reason) {

    ImportFault(String place, Function<BenchmarkFileMessages, String> reason) {
        this(place, (words, file) -> reason.apply(words));
    }

    public ImportError in(BenchmarkFileMessages words, FileMessages file) {
        return new ImportError(place, reason.apply(words, file));
    }
}
