/**
 * One vote per battle, the append-only log of votes, links to judged battles, and the desk's exclusion and restoration
 * of votes. Start at {@link org.dohyo.vote.Votes} for the transaction of a vote and at {@link org.dohyo.vote.VoteLog}
 * for the log. May use {@code battle} and the rooms before it.
 */
package org.dohyo.vote;
