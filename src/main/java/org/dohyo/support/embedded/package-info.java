/**
 * The embedded PostgreSQL: its directory, start, recovery and stop. Start at
 * {@link org.dohyo.support.embedded.EmbeddedDatabase}. Uses only {@code support}.
 */
package org.dohyo.support.embedded;
