/**
 * The contract of a benchmark that the arena can run: its questions, the calls it plans, the scores it computes. Start
 * at {@link org.dohyo.benchmark.runner.Runner}; a further benchmark is one bean of that type in a package of its own.
 * {@link org.dohyo.benchmark.runner.QuestionSets} stores the questions and owns {@code question_set}. May use
 * {@code account}, {@code benchmark} and {@code provider}.
 */
package org.dohyo.benchmark.runner;
