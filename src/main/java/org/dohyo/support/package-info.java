/**
 * Small tools that are independent of the arena: clock and random numbers as beans, problem documents, rate limits,
 * periodic work, hashes.
 * <p>
 * Start at {@link org.dohyo.support.Problem} to refuse a call. Uses no other room.
 */
package org.dohyo.support;
