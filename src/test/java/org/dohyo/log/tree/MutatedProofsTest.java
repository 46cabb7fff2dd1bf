package org.dohyo.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** A million wrong proofs, half of each kind: none may be accepted. */
class MutatedProofsTest {

    private static final int SIZE = 256;
    private static final long ENOUGH = 500_000;
    private static final long SEED = 20_260_722;

    private final PlainTree plain = PlainTree.of(SIZE);
    private final Hash[] roots = new Hash[SIZE + 1];
    private long tried;
    private long accepted;

    MutatedProofsTest() {
        for (int size = 0; size <= SIZE; size++) {
            roots[size] = plain.hash(0, size);
        }
    }

    private void expectRefused(boolean verified) {
        tried++;
        accepted += verified ? 1 : 0;
    }

    @Test
    void noInclusionProof_isAcceptedForAnythingElse() {
        SplittableRandom random = new SplittableRandom(SEED);
        while (tried < ENOUGH) {
            int size = random.nextInt(1, SIZE + 1);
            int index = random.nextInt(size);
            InclusionProof proof = plain.tree(size).inclusionOf(index);
            Hash leaf = plain.leaf(index);
            for (int other = -2; other < size + 2; other++) {
                if (other != index) {
                    expectRefused(new InclusionProof(other, size, proof.hashes()).verifies(leaf, roots[size]));
                }
            }
            for (int other = 0; other <= SIZE; other++) {
                if (other != size) {
                    expectRefused(proof.verifies(leaf, roots[other]));
                }
                if (other != size && !samePath(index, size, other)) {
                    expectRefused(new InclusionProof(index, other, proof.hashes()).verifies(leaf, roots[size]));
                }
            }
            for (List<Hash> hashes : mutations(proof.hashes(), random)) {
                expectRefused(new InclusionProof(index, size, hashes).verifies(leaf, roots[size]));
            }
            expectRefused(proof.verifies(flipped(leaf, random), roots[size]));
            expectRefused(proof.verifies(leaf, flipped(roots[size], random)));
        }
        assertThat(accepted).as("of %d", tried).isZero();
    }

    @Test
    void noConsistencyProof_isAcceptedForAnythingElse() {
        SplittableRandom random = new SplittableRandom(SEED);
        while (tried < ENOUGH) {
            int newer = random.nextInt(2, SIZE + 1);
            int older = random.nextInt(1, newer);
            ConsistencyProof proof = plain.tree(newer).consistencyWith(older);
            for (int other = 0; other <= SIZE; other++) {
                if (other != older) {
                    expectRefused(proof.verifies(roots[other], roots[newer]));
                    expectRefused(new ConsistencyProof(other, newer, proof.hashes()).verifies(roots[other],
                            roots[newer]));
                }
                if (other != newer) {
                    expectRefused(proof.verifies(roots[older], roots[other]));
                }
            }
            for (List<Hash> hashes : mutations(proof.hashes(), random)) {
                expectRefused(new ConsistencyProof(older, newer, hashes).verifies(roots[older], roots[newer]));
            }
            expectRefused(proof.verifies(flipped(roots[older], random), roots[newer]));
            expectRefused(proof.verifies(roots[older], flipped(roots[newer], random)));
            expectRefused(new ConsistencyProof(newer, older, proof.hashes()).verifies(roots[newer], roots[older]));
        }
        assertThat(accepted).as("of %d", tried).isZero();
    }

    /**
     * A proof says nothing of the size but what its path shows: sizes in which the leaf has the same path are one to
     * it, and the signed checkpoint tells them apart.
     */
    private static boolean samePath(int index, int size, int other) {
        return index < other && path(index, size).equals(path(index, other));
    }

    /** The turns from the root to a leaf. */
    private static String path(int index, int size) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        int to = size;
        while (to - from > 1) {
            int middle = from + Integer.highestOneBit(to - from - 1);
            path.append(index < middle ? 'l' : 'r');
            if (index < middle) {
                to = middle;
            } else {
                from = middle;
            }
        }
        return path.toString();
    }

    private static List<List<Hash>> mutations(List<Hash> hashes, SplittableRandom random) {
        List<List<Hash>> mutations = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            List<Hash> changed = new ArrayList<>(hashes);
            changed.set(i, flipped(hashes.get(i), random));
            mutations.add(changed);
            List<Hash> shorter = new ArrayList<>(hashes);
            shorter.remove(i);
            mutations.add(shorter);
            List<Hash> longer = new ArrayList<>(hashes);
            longer.add(i, hashes.get(i));
            mutations.add(longer);
            if (i > 0) {
                List<Hash> swapped = new ArrayList<>(hashes);
                swapped.set(i, hashes.get(i - 1));
                swapped.set(i - 1, hashes.get(i));
                mutations.add(swapped);
            }
        }
        List<Hash> more = new ArrayList<>(hashes);
        more.add(Hash.EMPTY);
        mutations.add(more);
        return mutations;
    }

    private static Hash flipped(Hash hash, SplittableRandom random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(Hash.BYTES)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return Hash.of(bytes);
    }
}
