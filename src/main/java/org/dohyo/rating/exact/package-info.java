/**
 * What gives the same bits on every Java and every processor: functions ({@link org.dohyo.rating.exact.Exact}) and the
 * {@link org.dohyo.rating.exact.Grid} of published ratings. Uses nothing but Java.
 */
package org.dohyo.rating.exact;
