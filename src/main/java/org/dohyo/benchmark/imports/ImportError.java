package org.dohyo.benchmark.imports;

/**
 * Why a file can't be imported.
 *
 * @param place a line, a JSON pointer (RFC 6901) or both; empty for the whole file
 */
public record ImportError(String place, String reason) {
}
