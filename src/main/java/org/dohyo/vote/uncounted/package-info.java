/**
 * The alarm for votes that aren't counted: compares the newest votes with the arena's own earlier ones. Start at
 * {@link org.dohyo.vote.uncounted.UncountedVotes}; {@link org.dohyo.vote.uncounted.Jump} has the test and its formula.
 * May use {@code vote} and the rooms before it.
 */
package org.dohyo.vote.uncounted;
