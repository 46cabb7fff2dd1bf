package org.dohyo.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The board of 200 models, all 19,900 pairs played, 2,000,000 votes:
 * {@code ./mvnw -Pbench test-compile exec:exec -Dbench=RatingBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RatingBenchmark {

    private static final int MODELS = 200;
    private static final int VOTES = 2_000_000;
    private static final int VOTERS = 100_000;

    private RawVotes votes;
    private VoterVotes byVoters;
    private List<PairCount> pairs;
    private List<PairCount> oneMore;
    private Fit fit;

    @Setup
    public void vote() {
        votes = RawVotes.drawn(MODELS, VOTES, 7);
        byVoters = votes.byVoters(VOTERS);
        pairs = votes.counts().pairs();
        oneMore = new ArrayList<>(pairs);
        oneMore.add(new PairCount(17, 3, 1, 0, 0, 0));
        fit = BradleyTerry.fit(new PairCounts(MODELS, pairs));
    }

    /** From counts per pair and outcome to ratings with independent-votes intervals. */
    @Benchmark
    public Fit fit() {
        return BradleyTerry.fit(new PairCounts(MODELS, pairs));
    }

    /** The same one vote later, from the ratings before it. */
    @Benchmark
    public Fit refit() {
        return BradleyTerry.fit(new PairCounts(MODELS, oneMore), fit.ratings());
    }

    /** The ranges of ranks of all models at once. */
    @Benchmark
    public RankIntervals rankIntervals() {
        return RankIntervals.of(fit, 1);
    }

    /** From 2,000,000 votes one by one to ratings with intervals. */
    @Benchmark
    public Fit rawVotes() {
        return BradleyTerry.fit(votes.counts());
    }

    /** Ratings and intervals by voters: 100,000 voters of 20 votes each. */
    @Benchmark
    public Fit fitByVoters() {
        return BradleyTerry.fit(byVoters);
    }

    /** Votes to flip of all 199 neighbours. */
    @Benchmark
    public List<VotesToFlip> votesToFlip() {
        return VotesToFlip.of(new PairCounts(MODELS, pairs));
    }
}
