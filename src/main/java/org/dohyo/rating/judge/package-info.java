/**
 * People's votes decide, an automatic judge only makes the intervals narrower. Start at
 * {@link org.dohyo.rating.judge.JudgedMean} and {@link org.dohyo.rating.judge.JudgedRatings}. May use nothing but
 * {@code rating}, Java and commons-statistics.
 */
package org.dohyo.rating.judge;
