/**
 * Benchmarks for programs: results as JSON and CSV, imports, sets of questions, runs. Each resource is a door: it
 * checks parameters and calls a bean of another room of {@code benchmark}. May use all of {@code benchmark}.
 */
package org.dohyo.benchmark.api;
