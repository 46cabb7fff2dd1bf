/**
 * How carefully a project's annotators work and how far they agree: items with a known answer, agreement, adjudication,
 * and who is left out. Start at {@link org.dohyo.project.quality.Quality}; {@link org.dohyo.project.quality.Figures} is
 * plain arithmetic over {@code rating.agreement}.
 */
package org.dohyo.project.quality;
