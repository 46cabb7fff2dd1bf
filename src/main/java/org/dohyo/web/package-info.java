/**
 * The HTTP layer that all pages and calls share: the reader's language, problem documents and pages, limits of
 * bodies, the guard against cross-site requests, security headers.
 * <p>
 * Start at {@link org.dohyo.web.Languages} for the language and at {@link org.dohyo.web.Refusal} for an error that a
 * person reads. Uses {@code support}.
 */
package org.dohyo.web;
