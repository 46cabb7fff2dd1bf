package org.dohyo.project.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dohyo.project.judgement.Rating;
import org.dohyo.project.queue.Assignment;
import org.dohyo.project.queue.Item;
import org.dohyo.support.Hashes;
import org.dohyo.vote.LogLeaf;

/**
 * A judgement as the log keeps it: without texts, whose salted hash is its commitment.
 *
 * @param annotator the number
 * @param slugs of the criteria by their ids
 * @param prompt the user's turns
 * @param answersA those of the item's first model
 */
record JudgementLeaf(Assignment assignment, Item item, int annotator, String modelA, String modelB,
        List<Rating> ratings, Map<Long, String> slugs, List<String> prompt, List<String> answersA,
        List<String> answersB) {

    /** @param salt 32 random bytes */
    LogLeaf leaf(byte[] salt) {
        Map<String, Object> values = new TreeMap<>();
        ratings.forEach(rating -> values.put(slugs.get(rating.criterionId), (int) rating.value));
        Map<String, Object> leaf = new TreeMap<>();
        leaf.put("kind", EntryKind.JUDGE.name());
        leaf.put("judgement", assignment.id.toString());
        leaf.put("annotator", annotator);
        leaf.put("item", item.place);
        leaf.put("modelA", modelA);
        leaf.put("modelB", modelB);
        leaf.put("swapped", assignment.swapped);
        leaf.put("ratings", values);
        leaf.put("bothBad", ratings.stream().filter(rating -> rating.bothBad)
                .map(rating -> slugs.get(rating.criterionId)).sorted().toArray());
        leaf.put("time", assignment.decidedAt.getEpochSecond());
        leaf.put("commitment", LogLeaf.hex(commitment(salt)));
        return LogLeaf.of(leaf);
    }

    private byte[] commitment(byte[] salt) {
        Map<String, Object> texts = Map.of("prompt", prompt.toArray(), "answerA", answersA.toArray(), "answerB",
                answersB.toArray());
        return Hashes.sha256(salt, LogLeaf.canonical(texts).getBytes(StandardCharsets.UTF_8));
    }
}
