/**
 * Reads the result files of other tools (lm-evaluation-harness, HELM, FastChat, CSV) and results typed in by hand.
 * Start at {@link org.dohyo.benchmark.imports.BenchmarkImport}; each {@link org.dohyo.benchmark.imports.ImportFormat}
 * is one reader. May use {@code benchmark}.
 */
package org.dohyo.benchmark.imports;
