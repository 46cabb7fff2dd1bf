package org.dohyo.integrity.rig;

import java.util.Optional;
import java.util.SplittableRandom;

import org.dohyo.integrity.tilt.Expectations;
import org.dohyo.integrity.tilt.Result;
import org.dohyo.rating.PairSampling;

/** The ways to raise a model that integrity research knows, and voters who don't care. */
enum Attacker {

    /** Votes for the target and on nothing else. */
    TARGET_ONLY("A1 target only", true) {
        @Override
        Optional<Result> votes(Seen seen, SplittableRandom random) {
            return seen.forTarget();
        }
    },
    /** Votes for the target, and any way on other pairs. */
    TARGET_AND_RANDOM("A2 target, else random", false) {
        @Override
        Optional<Result> votes(Seen seen, SplittableRandom random) {
            return seen.forTarget().or(() -> Optional.of(random.nextBoolean() ? Result.WIN : Result.LOSS));
        }
    },
    /** Votes for the target, and as everyone does on other pairs. */
    TARGET_AND_NORMAL("A3 target, else normal", false) {
        @Override
        Optional<Result> votes(Seen seen, SplittableRandom random) {
            return seen.forTarget()
                    .or(() -> Optional.of(World.judged(seen.strengths[seen.first] - seen.strengths[seen.second],
                            World.TIES, random)));
        }
    },
    /** Votes for whatever brings the target nearest to the model above it. */
    OMNIPRESENT("A4 omnipresent", true) {
        @Override
        Optional<Result> votes(Seen seen, SplittableRandom random) {
            int sign = seen.board.promotes(seen.target, ONE_ABOVE, seen.first, seen.second);
            return sign == 0 ? Optional.empty() : Optional.of(sign > 0 ? Result.WIN : Result.LOSS);
        }
    },
    /** As {@link #TARGET_ONLY}, all accounts in one network. */
    RING("A5 ring in one network", true) {
        @Override
        Optional<Result> votes(Seen seen, SplittableRandom random) {
            return seen.forTarget();
        }
    },
    /** Presses any button. */
    APATHETIC("apathetic", false) {
        @Override
        Optional<Result> votes(Seen seen, SplittableRandom random) {
            return Optional.of(Result.values()[random.nextInt(3)]);
        }
    };

    private static final int ONE_ABOVE = 1;
    /** How often a model is recognised by its answer. */
    private static final double RECOGNISED = 0.95;

    private final String title;
    private final boolean gated;

    Attacker(String title, boolean gated) {
        this.title = title;
        this.gated = gated;
    }

    String title() {
        return title;
    }

    /** True if the detectors have to stop it; else the ranges of ranks alone have to hold it. */
    boolean gated() {
        return gated;
    }

    /**
     * What the attacker believes to see.
     *
     * @param board the published one
     * @param strengths log-strengths on it
     */
    record Seen(int target, int first, int second, Expectations board, double[] strengths) {

        /** A model that isn't recognised is taken for another one, any. */
        static Seen of(PairSampling.Drawn pair, int target, Expectations board, double[] strengths,
                SplittableRandom random) {
            int first = recognised(pair.first(), board.models(), random);
            int second = recognised(pair.second(), board.models(), random);
            return new Seen(target, first, second, board, strengths);
        }

        private static int recognised(int model, int models, SplittableRandom random) {
            return random.nextDouble() < RECOGNISED ? model : random.nextInt(models);
        }

        Optional<Result> forTarget() {
            return first == target ? Optional.of(Result.WIN)
                    : second == target ? Optional.of(Result.LOSS) : Optional.empty();
        }
    }

    /** The worst case for the arena: accounts share nothing, unless the attack is that they do. */
    int network(int account) {
        return World.VOTERS + (this == RING ? 0 : account);
    }

    /** The vote, or nothing where the attacker abstains. */
    abstract Optional<Result> votes(Seen seen, SplittableRandom random);
}
