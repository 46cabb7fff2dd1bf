/**
 * Tests that may be looked at after every vote and stopped at any time. Start at
 * {@link org.dohyo.rating.sequential.Comparison}. May use nothing but {@code rating}, Java and commons-statistics.
 */
package org.dohyo.rating.sequential;
