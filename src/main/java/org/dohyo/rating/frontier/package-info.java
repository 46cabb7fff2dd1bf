/**
 * Quality against price or time: which models nothing beats in both. Start at
 * {@link org.dohyo.rating.frontier.Frontier}. May use nothing but {@code rating}, Java and commons-statistics.
 */
package org.dohyo.rating.frontier;
