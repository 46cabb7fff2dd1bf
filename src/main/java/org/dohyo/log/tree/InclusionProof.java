package org.dohyo.log.tree;

import java.util.List;

/**
 * The proof that a leaf is at an index of a tree (RFC 9162, 2.1.3).
 *
 * @param size the number of leaves of the tree
 * @param hashes from the leaf's sibling to the child of the root
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** True if the proof leads from the leaf, at this index and no other, to the root. */
    public boolean verifies(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : hashes) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hash.ofNode(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        // Without this, a proof that is too short is accepted, and with it a wrong index.
        return last == 0 && hash.equals(root);
    }
}
