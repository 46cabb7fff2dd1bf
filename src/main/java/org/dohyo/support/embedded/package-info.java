/**
 * The embedded PostgreSQL: its directory, start, recovery and stop. Start at
 * {@link org.dohyo.support.embedded.EmbeddedDatabase}. Uses {@code support} alone.
 */
package org.dohyo.support.embedded;
