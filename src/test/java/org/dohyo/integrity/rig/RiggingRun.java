package org.dohyo.integrity.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.dohyo.integrity.rig.Defence.Grade;
import org.dohyo.integrity.tilt.Expectations;
import org.dohyo.integrity.tilt.Result;
import org.dohyo.rating.PairSampling;

/** One arena with its history, which can be attacked in different ways. */
final class RiggingRun {

    static final int MODELS = 20;
    static final int HISTORY = 20_000;
    private static final int VOTES_PER_PLAN = 400;

    private final long seed;
    private final World world;
    private final Defence defence = new Defence(MODELS);
    private final Published before;

    RiggingRun(long seed) {
        this.seed = seed;
        this.world = new World(MODELS, seed);
        List<Ballot> history = new ArrayList<>();
        while (history.size() < HISTORY) {
            PairSampling plan = Published.of(MODELS, history).plan();
            for (int vote = 0; vote < VOTES_PER_PLAN; vote++) {
                history.add(world.vote(plan, history.size()));
            }
        }
        defence.judge(history);
        this.before = Published.of(MODELS, defence.kept());
    }

    /**
     * What an attack came to.
     *
     * @param undefended the ranks that the target gained without detectors, compared with the honest votes alone
     * @param defended the same with them
     * @param contained whether the published range still contains the rank before the attack
     * @param containedUndefended the same without detectors
     * @param excluded the share of honest votes that are excluded
     * @param quarantined the share of them that await a review
     * @param stopped the share of rigged votes without weight
     */
    record Outcome(double undefended, double defended, boolean contained, boolean containedUndefended, double excluded,
            double quarantined, double stopped) {
    }

    /**
     * An attack after the history, with as many honest votes at the same time.
     *
     * @param budget the number of rigged votes
     * @param perAccount how many of them an account casts
     */
    Outcome attack(Attacker attacker, int budget, int perAccount) {
        int target = target();
        Defence attacked = defence.copy();
        attacked.judge(mixed(attacker, budget, perAccount, target));
        List<Ballot> all = attacked.ballots();
        List<Grade> grades = attacked.grades();
        int fair = Published.of(MODELS, all.stream().filter(ballot -> !ballot.rigged()).toList()).rank(target);
        Published undefended = Published.of(MODELS, all);
        Published defended = Published.of(MODELS, IntStream.range(0, all.size())
                .filter(at -> grades.get(at) == Grade.COUNTS).mapToObj(all::get).toList());
        return new Outcome(fair - undefended.rank(target), fair - defended.rank(target),
                defended.contains(target, before.rank(target)), undefended.contains(target, before.rank(target)),
                share(all, grades, Grade.EXCLUDED, false), share(all, grades, Grade.QUARANTINED, false),
                1 - share(all, grades, Grade.COUNTS, true));
    }

    /** Somewhere in the lower three quarters, so that there is room above. */
    private int target() {
        int rank = MODELS / 4 + 1 + (int) (seed * 7 % (MODELS * 3 / 4));
        return IntStream.range(0, MODELS).filter(model -> before.rank(model) == rank).findFirst().orElseThrow();
    }

    private List<Ballot> mixed(Attacker attacker, int budget, int perAccount, int target) {
        SplittableRandom random = new SplittableRandom(
                seed * 1_000_003 + attacker.ordinal() * 7919L + budget * 31L + perAccount);
        PairSampling plan = before.plan();
        Expectations board = before.expectations();
        double[] strengths = before.strengths();
        List<Ballot> mixed = new ArrayList<>();
        int cast = 0;
        while (cast < budget) {
            PairSampling.Drawn pair = plan.draw(random);
            Optional<Result> result = attacker.votes(Attacker.Seen.of(pair, target, board, strengths, random), random);
            if (result.isPresent()) {
                int account = World.VOTERS + cast++ / perAccount;
                mixed.add(new Ballot(account, attacker.network(account), -1, pair.first(), pair.second(),
                        result.get()));
                mixed.add(world.vote(plan, HISTORY + mixed.size()));
            }
        }
        return mixed;
    }

    private static double share(List<Ballot> all, List<Grade> grades, Grade grade, boolean rigged) {
        int[] of = IntStream.range(0, all.size()).filter(at -> all.get(at).rigged() == rigged).toArray();
        return IntStream.of(of).filter(at -> grades.get(at) == grade).count() / (double) of.length;
    }
}
