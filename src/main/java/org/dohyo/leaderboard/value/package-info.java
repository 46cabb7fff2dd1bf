/**
 * Quality, price and speed of the models side by side, as a page, as pictures and for programs. Start at
 * {@link org.dohyo.leaderboard.value.ValueBoards}. May use {@code leaderboard.page}, {@code leaderboard.speed},
 * {@code model} and the rooms before them.
 */
package org.dohyo.leaderboard.value;
