/**
 * Everything before and after the application runs: settings of the start, checks, the embedded database. Start at
 * {@link org.dohyo.start.Run}. May use {@code support}.
 */
package org.dohyo.start;
