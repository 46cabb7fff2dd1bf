/**
 * Strengths from votes with a degree: much better, better, equal. Start at
 * {@link org.dohyo.rating.ordinal.OrdinalBradleyTerry}. May use nothing but {@code rating}, Java and
 * commons-statistics.
 */
package org.dohyo.rating.ordinal;
