/**
 * Public responses that are the same for every reader and change only with the published content. Start at
 * {@link org.dohyo.web.cache.PageCache} for pages and {@link org.dohyo.web.cache.DataCache} for JSON and CSV; both send
 * through {@link org.dohyo.web.cache.ResponseCache}, which serves repeats before routing. The room that publishes the
 * content implements {@link org.dohyo.web.cache.ContentVersion}. May use {@code support} and {@code web}.
 */
package org.dohyo.web.cache;
