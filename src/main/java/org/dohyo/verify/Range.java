package org.dohyo.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.rating.Fit;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.VotesToFlip;

/**
 * The ranks that a model may have, and the votes that its place depends on.
 *
 * @param votesToFlip null if no number of votes would swap it with the next
 */
record Range(Integer low, Integer high, Long votesToFlip) {

    static final Range UNKNOWN = new Range(null, null, null);

    /** By slug. */
    static Map<String, Range> of(Ballots ballots, Fit fit, List<VotesToFlip> flips) {
        RankIntervals ranks = RankIntervals.of(fit);
        Map<Integer, Long> toFlip = new HashMap<>();
        flips.forEach(flip -> flip.votes().ifPresent(count -> toFlip.put(flip.above(), count)));
        Map<String, Range> ranges = new HashMap<>();
        ballots.index().forEach(
                (slug, i) -> ranges.put(slug, new Range(ranks.low()[i], ranks.high()[i], toFlip.get(i))));
        return ranges;
    }
}
