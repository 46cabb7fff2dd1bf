package org.dohyo.leaderboard.yardstick;

/**
 * A model's rating on a leaderboard of others, on its scale.
 *
 * @param low lower end of its 95% interval; null, as {@code high}, if the file has none
 */
public record Rating(String model, double rating, Double low, Double high) {
}
