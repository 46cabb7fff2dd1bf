/**
 * Asks witnesses, which others run, to sign the log's checkpoints (C2SP tlog-witness): start at
 * {@link org.dohyo.log.witness.Witnesses}. A witness that has seen more of the log than it has ends the signing. May
 * use {@code log} and the rooms before it.
 */
package org.dohyo.log.witness;
