/**
 * Public releases of votes with their texts: a draft, its review, publication, and withdrawal once a text is erased.
 * Start at {@link org.dohyo.dataset.release.Releases}; what looks personal is found by {@code dataset.release.search}.
 * Uses {@code dataset.exports} and {@code log}.
 */
package org.dohyo.dataset.release;
