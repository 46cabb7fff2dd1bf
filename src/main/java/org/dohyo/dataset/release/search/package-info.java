/**
 * Finds what looks personal in the texts of a release, and redacts it. Start at
 * {@link org.dohyo.dataset.release.search.Detector}; a place that it finds is stored as a
 * {@link org.dohyo.dataset.release.search.Finding}. Uses {@code dataset.exports}.
 */
package org.dohyo.dataset.release.search;
