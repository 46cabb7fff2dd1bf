/**
 * Leaderboards of others, imported as yardsticks and set beside the arena's own ratings on a page of their own. Start
 * at {@link org.dohyo.leaderboard.yardstick.Yardsticks} for the import, and at
 * {@link org.dohyo.leaderboard.yardstick.Comparisons} for what the page shows. Owns the tables {@code yardstick},
 * {@code yardstick_board} and {@code yardstick_model}. May use {@code leaderboard.page} and the rooms before it.
 */
package org.dohyo.leaderboard.yardstick;
