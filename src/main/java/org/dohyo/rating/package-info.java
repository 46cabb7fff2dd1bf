/**
 * Plain arithmetic: from vote counts to ratings with intervals, and from weights to pairs. Models are indexes 0 … n−1.
 * Start at {@link org.dohyo.rating.BradleyTerry} and {@link org.dohyo.rating.Fit}. May use {@code rating.exact} and
 * commons-statistics.
 */
package org.dohyo.rating;
