/**
 * MT-Bench: conversations of two turns, graded by a judge model. Start at {@link org.dohyo.benchmark.mtbench.MtBench},
 * the {@code Runner}. May use {@code benchmark} and {@code benchmark.runner}.
 */
package org.dohyo.benchmark.mtbench;
