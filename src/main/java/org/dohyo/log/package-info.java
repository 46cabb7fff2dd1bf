/**
 * The Merkle tree over the vote log, so that anyone can check it: hashes, signed checkpoints, tiles and receipts. Start
 * at {@link org.dohyo.log.LogTree} for how it grows; the arithmetic is in {@code log.tree}. May use {@code vote} and
 * the rooms before it.
 */
package org.dohyo.log;
