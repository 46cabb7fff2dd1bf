/**
 * The public pages on benchmarks and the desk's pages on runs. Start at {@link org.dohyo.benchmark.page.BenchmarksPage}
 * and {@link org.dohyo.benchmark.page.RunPages}; {@link org.dohyo.benchmark.page.BenchmarkViews} computes their
 * contents. May use all of {@code benchmark} except {@code api}, {@code leaderboard} and {@code web}.
 */
package org.dohyo.benchmark.page;
