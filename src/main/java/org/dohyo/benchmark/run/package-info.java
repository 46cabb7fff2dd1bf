/**
 * Runs benchmarks against the registered models: {@link org.dohyo.benchmark.run.RunStarts} plans the calls,
 * {@link org.dohyo.benchmark.run.RunWorker} makes them, {@link org.dohyo.benchmark.run.RunResults} stores the scores.
 * It knows benchmarks only as beans of {@code benchmark.runner}. May use those, {@code benchmark}, {@code provider},
 * {@code model} and {@code leaderboard.count}.
 */
package org.dohyo.benchmark.run;
