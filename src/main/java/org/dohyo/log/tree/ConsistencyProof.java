package org.dohyo.log.tree;

import java.util.List;

/**
 * The proof that an older tree is the beginning of a newer one (RFC 9162, 2.1.4).
 *
 * @param older the number of leaves of the older tree
 * @param newer the number of leaves of the newer tree
 */
public record ConsistencyProof(long older, long newer, List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * True if the proof leads to both roots. Nothing is proved about a tree without leaves, with which every tree is
     * consistent: an older size of 0 is never accepted.
     */
    public boolean verifies(Hash olderRoot, Hash newerRoot) {
        if (older < 1 || older > newer) {
            return false;
        }
        if (older == newer) {
            return hashes.isEmpty() && olderRoot.equals(newerRoot);
        }
        // A complete older tree is a node of the newer one, so its root isn't repeated in the proof.
        boolean complete = Long.bitCount(older) == 1;
        if (!complete && hashes.isEmpty()) {
            return false;
        }
        Hash first = complete ? olderRoot : hashes.get(0);
        return leads(first, complete ? hashes : hashes.subList(1, hashes.size()), olderRoot, newerRoot);
    }

    private boolean leads(Hash first, List<Hash> rest, Hash olderRoot, Hash newerRoot) {
        int shared = Long.numberOfTrailingZeros(older);
        long place = (older - 1) >> shared;
        long last = (newer - 1) >> shared;
        Hash inOlder = first;
        Hash inNewer = first;
        for (Hash hash : rest) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                inOlder = Hash.ofNode(hash, inOlder);
                inNewer = Hash.ofNode(hash, inNewer);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                inNewer = Hash.ofNode(inNewer, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && inOlder.equals(olderRoot) && inNewer.equals(newerRoot);
    }
}
