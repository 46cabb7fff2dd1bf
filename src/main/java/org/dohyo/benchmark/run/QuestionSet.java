package org.dohyo.benchmark.run;

import org.dohyo.benchmark.mmlu.MmluSet;
import org.dohyo.benchmark.mtbench.MtBenchSet;

/**
 * What a run asks: never changed once it is stored.
 *
 * @param version names it wherever its scores are shown
 * @param own whether it is shipped with the arena: then it is not the benchmark's original
 * @param mtBench the questions; null for another benchmark's set
 * @param mmlu the questions; null for another benchmark's set
 */
public record QuestionSet(long id, String version, boolean own, MtBenchSet mtBench, MmluSet mmlu) {
}
