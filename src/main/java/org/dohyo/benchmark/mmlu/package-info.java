/**
 * MMLU: questions with four choices, scored without a judge. Start at {@link org.dohyo.benchmark.mmlu.Mmlu}, the
 * {@code Runner}. May use {@code benchmark}, {@code benchmark.imports} for CSV, and {@code benchmark.runner}.
 */
package org.dohyo.benchmark.mmlu;
