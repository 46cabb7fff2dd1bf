/**
 * An automatic judge beside people: a model of the arena is asked about each item in both orders, and its verdicts
 * narrow the intervals of people's ratings. Start at {@link org.dohyo.project.judge.JudgeRuns} and
 * {@link org.dohyo.project.judge.JudgeWorker}; {@link org.dohyo.project.judge.JudgeFigures} is plain arithmetic over
 * {@code rating.judge}. Nothing of it reaches annotators.
 */
package org.dohyo.project.judge;
