/**
 * How far annotators agree: with each other, with the rest, with themselves. Start at
 * {@link org.dohyo.rating.agreement.KrippendorffsAlpha}. Items and categories are indexes from 0. May use nothing but
 * {@code rating}, Java and commons-statistics.
 */
package org.dohyo.rating.agreement;
