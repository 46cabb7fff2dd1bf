/**
 * How fast the models answer, measured on the battles whose votes are in the log. Start at
 * {@link org.dohyo.leaderboard.speed.Speeds}, which reads the figures, and
 * {@link org.dohyo.leaderboard.speed.SpeedCount}, which adds new answers. Owns the tables {@code model_speed} and
 * {@code speed_head}. May use {@code vote}, {@code model} and {@code rating}.
 */
package org.dohyo.leaderboard.speed;
