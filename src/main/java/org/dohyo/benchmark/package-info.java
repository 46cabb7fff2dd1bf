/**
 * Benchmarks and the models' results in them, shown beside the votes. Start at {@link org.dohyo.benchmark.Benchmarks},
 * which reads them, and {@link org.dohyo.benchmark.Results}, the one way in; results are append-only. Owns the tables
 * {@code benchmark} and {@code benchmark_*}. May use {@code model}, {@code account} and {@code rating}.
 */
package org.dohyo.benchmark;
