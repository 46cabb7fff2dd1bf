package org.dohyo.battle;

/**
 * How the two models of a battle stand against each other over all counted votes.
 *
 * @param share side A's share of the wins, ties and both-bad as one half, 0 … 1; null without a vote
 * @param low the lower end of the share's 95% interval, null without a vote
 * @param high its upper end
 * @param taken true if the published leaderboard includes this battle's vote
 */
public record Standing(long votes, long winsA, long winsB, long ties, long bothBad, Double share, Double low,
        Double high,
        boolean taken) {
}
