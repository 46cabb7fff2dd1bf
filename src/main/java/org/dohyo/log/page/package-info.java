/**
 * The public page on the log: its newest entries in words, its newest checkpoint, and how to verify it. Start at
 * {@link org.dohyo.log.page.LogPage}. May use {@code log} and the rooms before it.
 */
package org.dohyo.log.page;
