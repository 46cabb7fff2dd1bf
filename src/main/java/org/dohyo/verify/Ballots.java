package org.dohyo.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.StyleVotes;
import org.dohyo.rating.VoterVotes;
import org.dohyo.rating.WeightedPair;

/**
 * Votes as the fits take them: models in the order of their slugs, votes in log order, voters in the order of their
 * first vote among these.
 *
 * @param models the slugs, rising
 * @param rows the votes
 */
record Ballots(CountedVotes votes, List<String> models, Map<String, Integer> index, int[] rows) {

    static Ballots of(CountedVotes votes, int[] rows) {
        TreeSet<String> slugs = new TreeSet<>();
        for (int row : rows) {
            slugs.add(votes.slugA(row));
            slugs.add(votes.slugB(row));
        }
        Map<String, Integer> index = new HashMap<>();
        slugs.forEach(slug -> index.put(slug, index.size()));
        return new Ballots(votes, List.copyOf(slugs), index, rows);
    }

    /** Those of which the style of both answers is known. */
    Ballots styled() {
        return of(votes, IntStream.of(rows).filter(row -> votes.style(row) != null).toArray());
    }

    /** Those that are their voter's first on a suggested prompt. */
    Ballots firstUses() {
        return of(votes, IntStream.of(rows).filter(votes::firstUse).toArray());
    }

    /** True if it is known of any vote which others are on the same prompt. */
    boolean anyPrompt() {
        return IntStream.of(rows).anyMatch(row -> votes.prompt(row) >= 0);
    }

    private int a(int row) {
        return index.get(votes.slugA(row));
    }

    private int b(int row) {
        return index.get(votes.slugB(row));
    }

    private PairCount vote(int row) {
        return switch (votes.outcome(row)) {
            case A -> new PairCount(a(row), b(row), 1, 0, 0, 0);
            case B -> new PairCount(a(row), b(row), 0, 1, 0, 0);
            case TIE -> new PairCount(a(row), b(row), 0, 0, 1, 0);
            case BOTH_BAD -> new PairCount(a(row), b(row), 0, 0, 0, 1);
        };
    }

    /** Every vote weighs one. */
    PairCounts counts() {
        return new PairCounts(models.size(), added(IntStream.of(rows).mapToObj(this::vote).toList()));
    }

    private static List<PairCount> added(List<PairCount> votes) {
        Map<Long, PairCount> pairs = new TreeMap<>();
        for (PairCount vote : votes) {
            PairCount ordered = vote.first() < vote.second() ? vote : vote.turned();
            pairs.merge((long) ordered.first() << Integer.SIZE | ordered.second(), ordered, Ballots::sum);
        }
        return List.copyOf(pairs.values());
    }

    private static PairCount sum(PairCount one, PairCount other) {
        return new PairCount(one.first(), one.second(), one.firstWins() + other.firstWins(),
                one.secondWins() + other.secondWins(), one.ties() + other.ties(), one.bothBad() + other.bothBad());
    }

    private List<List<PairCount>> byVoter() {
        Map<Integer, List<PairCount>> byVoter = new LinkedHashMap<>();
        for (int row : rows) {
            byVoter.computeIfAbsent(votes.voter(row), unused -> new ArrayList<>()).add(vote(row));
        }
        return List.copyOf(byVoter.values());
    }

    /** The votes by voter, as the intervals need them. */
    VoterVotes ofVoters() {
        VoterVotes voters = new VoterVotes(models.size());
        byVoter().forEach(voters::add);
        return voters;
    }

    /**
     * The votes by prompt, as the fits by prompts need them: those that are alone on their prompt first, and such of
     * unknown prompts, in log order; then the prompts in the order of their first vote.
     */
    VoterVotes ofPrompts() {
        VoterVotes prompts = new VoterVotes(models.size());
        Map<Integer, Long> onPrompt = IntStream.of(rows).mapToObj(votes::prompt)
                .collect(Collectors.groupingBy(prompt -> prompt, Collectors.counting()));
        Map<Integer, List<PairCount>> repeated = new LinkedHashMap<>();
        for (int row : rows) {
            if (votes.prompt(row) >= 0 && onPrompt.get(votes.prompt(row)) > 1) {
                repeated.computeIfAbsent(votes.prompt(row), unused -> new ArrayList<>()).add(vote(row));
            } else {
                prompts.add(List.of(vote(row)));
            }
        }
        repeated.values().forEach(prompts::add);
        return prompts;
    }

    /** Each voter's weight limited: whole units, so that no order matters. */
    List<WeightedPair> weighted() {
        Map<Long, long[]> units = new TreeMap<>();
        for (List<PairCount> votesOfOne : byVoter()) {
            for (PairCount pair : added(votesOfOne)) {
                long[] sum = units.computeIfAbsent((long) pair.first() << Integer.SIZE | pair.second(),
                        unused -> new long[3]);
                sum[0] += VoterVotes.units(pair.firstWins(), votesOfOne.size());
                sum[1] += VoterVotes.units(pair.secondWins(), votesOfOne.size());
                sum[2] += VoterVotes.units(pair.halves(), votesOfOne.size());
            }
        }
        List<WeightedPair> pairs = new ArrayList<>();
        units.forEach((pair, sum) -> pairs.add(new WeightedPair((int) (pair >> Integer.SIZE), (int) (long) pair,
                VoterVotes.fromUnits(sum[0]), VoterVotes.fromUnits(sum[1]), VoterVotes.fromUnits(sum[2]))));
        return pairs;
    }

    StyleVotes styles() {
        StyleVotes styles = new StyleVotes(models.size(), CountedVotes.FEATURES);
        for (int row : rows) {
            styles.add(a(row), b(row), votes.outcome(row).scoreA(), votes.style(row));
        }
        return styles;
    }
}
