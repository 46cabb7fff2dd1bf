package org.dohyo.project.queue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Plans which pairs of models are compared at which prompts, in balanced blocks: a block has each prompt once, and each
 * prompt gets the pair, among those that it can still have, that was planned least often so far, and among these the
 * one whose models were. So after any number of items all pairs have about as many, and a project that is stopped early
 * has lost no model or prompt.
 */
final class PairBlocks {

    private final List<Answered> prompts;
    private final Set<Pairing> planned;
    private final Map<Pair, Integer> pairs = new HashMap<>();
    private final Map<Long, Integer> models = new HashMap<>();
    private final Random random;

    /** A prompt and the models that have answered it. */
    record Answered(long prompt, List<Long> models) {
    }

    /** Two models, the lower id first. */
    private record Pair(long a, long b) {
    }

    /** An item: a prompt and two models, the lower id first. */
    record Pairing(long prompt, long modelA, long modelB) {
    }

    /**
     * @param planned items of an earlier plan, which count and are not planned again
     * @param seed the same seed makes the same plan
     */
    PairBlocks(List<Answered> prompts, Set<Pairing> planned, long seed) {
        this.prompts = prompts;
        this.planned = new HashSet<>(planned);
        this.random = new Random(seed);
        planned.forEach(this::count);
    }

    private void count(Pairing item) {
        pairs.merge(new Pair(item.modelA(), item.modelB()), 1, Integer::sum);
        models.merge(item.modelA(), 1, Integer::sum);
        models.merge(item.modelB(), 1, Integer::sum);
    }

    /**
     * @param most pairs for each prompt, earlier ones included
     * @return the new items in the order in which they are to be judged
     */
    List<Pairing> plan(int most) {
        Map<Long, List<Pair>> open = new HashMap<>();
        Map<Long, Integer> had = new HashMap<>();
        planned.forEach(item -> had.merge(item.prompt(), 1, Integer::sum));
        prompts.forEach(prompt -> open.put(prompt.prompt(), openPairs(prompt)));
        List<Answered> order = new ArrayList<>(prompts);
        List<Pairing> plan = new ArrayList<>();
        for (int block = 0; block < most; block++) {
            Collections.shuffle(order, random);
            for (Answered prompt : order) {
                List<Pair> choice = open.get(prompt.prompt());
                if (!choice.isEmpty() && had.merge(prompt.prompt(), 1, Integer::sum) <= most) {
                    Pair pair = takeRarest(choice);
                    Pairing item = new Pairing(prompt.prompt(), pair.a(), pair.b());
                    count(item);
                    plan.add(item);
                }
            }
        }
        return plan;
    }

    private List<Pair> openPairs(Answered prompt) {
        List<Pair> open = new ArrayList<>();
        for (int i = 0; i < prompt.models().size(); i++) {
            for (int j = i + 1; j < prompt.models().size(); j++) {
                long a = Math.min(prompt.models().get(i), prompt.models().get(j));
                long b = Math.max(prompt.models().get(i), prompt.models().get(j));
                if (!planned.contains(new Pairing(prompt.prompt(), a, b))) {
                    open.add(new Pair(a, b));
                }
            }
        }
        // Equally rare pairs come in another order at each prompt.
        Collections.shuffle(open, random);
        return open;
    }

    private Pair takeRarest(List<Pair> choice) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < choice.size(); i++) {
            Pair pair = choice.get(i);
            long weight = ((long) pairs.getOrDefault(pair, 0) << 32) + models.getOrDefault(pair.a(), 0)
                    + models.getOrDefault(pair.b(), 0);
            if (weight < least) {
                least = weight;
                best = i;
            }
        }
        Pair taken = choice.get(best);
        choice.set(best, choice.get(choice.size() - 1));
        choice.remove(choice.size() - 1);
        return taken;
    }
}
