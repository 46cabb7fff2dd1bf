/**
 * The running answers of this replica and the browsers that watch them. Start at
 * {@link org.dohyo.battle.stream.Streams}; {@link org.dohyo.battle.stream.Pacer} hides a provider's timing. May use
 * {@code battle} and the rooms before it.
 */
package org.dohyo.battle.stream;
