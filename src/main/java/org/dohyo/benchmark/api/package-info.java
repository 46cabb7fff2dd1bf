/**
 * Benchmarks for programs: results as JSON and CSV, imports, sets of questions, runs. Each resource only checks
 * parameters and calls a bean of another package of {@code benchmark}. May use all of {@code benchmark}.
 */
package org.dohyo.benchmark.api;
