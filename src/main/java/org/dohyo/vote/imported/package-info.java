/**
 * The bulk of the log: imported votes, thousands in a pass. Start at {@link org.dohyo.vote.imported.ImportedLog}. May
 * use {@code vote} and the rooms before it.
 */
package org.dohyo.vote.imported;
