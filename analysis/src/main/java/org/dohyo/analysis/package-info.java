/**
 * Recounts the votes of a release on Apache Spark, on one machine or a cluster. Start at
 * {@link org.dohyo.analysis.Recount}. Spark counts and adds up; the fits are those of the arena's package
 * {@code rating}, which is compiled from the arena's own sources.
 */
package org.dohyo.analysis;
