package org.dohyo.log;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.TileHashes;
import org.dohyo.vote.LogHead;
import org.dohyo.vote.LogReader;

/**
 * The tree over the vote log as it is stored. It grows in the transaction that appends to the log, and its new root is
 * signed there. What it costs depends on the number of new entries, not on the size of the log: all that is read of
 * the tree is its {@link Frontier}.
 */
@ApplicationScoped
public class LogTree {

    /** The most leaves that one transaction adds. A tree that is further behind is left to {@link TreeGrowth}. */
    static final int BATCH = 20_000;

    private final LogReader log;
    private final LogHead.Repository head;
    private final TreeState.Repository state;
    private final TreeNode.Repository nodes;
    private final LogCheckpoint.Repository checkpoints;
    private final LogKeys keys;
    private final Clock clock;

    LogTree(LogReader log, LogHead.Repository head, TreeState.Repository state, TreeNode.Repository nodes,
            LogCheckpoint.Repository checkpoints, LogKeys keys, Clock clock) {
        this.log = log;
        this.head = head;
        this.state = state;
        this.nodes = nodes;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Adds the entries that the transaction in progress has appended, and signs. The caller is the only one that
     * appends to the log.
     *
     * @param size the log's new size
     */
    public void grow(long size) {
        TreeState tree = state.locked();
        if (size > tree.treeSize && size - tree.treeSize <= BATCH) {
            extend(tree, size);
            keys.inUse().ifPresent(key -> sign(tree, key));
        }
    }

    /**
     * Adds a batch of entries of a log that is ahead of its tree: one that is older than the tree, or to which a
     * former version appends. Signs when the tree has all entries.
     *
     * @return true if the tree has none yet of some entries
     */
    @Transactional
    boolean catchUp() {
        long size = head.size();
        if (state.size() == size && checkpoints.findByIdOptional(size).isPresent()) {
            return false;
        }
        TreeState tree = state.locked();
        long next = Math.min(size, tree.treeSize + BATCH);
        if (next > tree.treeSize) {
            extend(tree, next);
        }
        // Another replica may have signed this size while this one waited for the lock.
        if (tree.treeSize >= size && checkpoints.findByIdOptional(tree.treeSize).isEmpty()) {
            keys.inUse().ifPresent(key -> sign(tree, key));
        }
        return tree.treeSize < size;
    }

    private void extend(TreeState tree, long size) {
        Frontier frontier = tree.frontier();
        List<byte[]> leaves = log.leafHashes(frontier.size(), size);
        if (leaves.size() != size - frontier.size()) {
            throw new IllegalStateException("the log has no entry for some position from %d to %d"
                    .formatted(frontier.size(), size));
        }
        TileHashes above = this::keep;
        for (byte[] leaf : leaves) {
            frontier.append(Hash.of(leaf), above);
        }
        tree.becomes(frontier);
    }

    private void keep(int level, long place, Hash hash) {
        nodes.persist(TreeNode.of(level, place, hash));
    }

    private void sign(TreeState tree, LogKeys.InUse signing) {
        Hash root = tree.frontier().root();
        LogCheckpoint checkpoint = new LogCheckpoint();
        checkpoint.treeSize = tree.treeSize;
        checkpoint.root = root.bytes();
        checkpoint.key = keys.row(signing);
        String text = new Checkpoint(signing.verifier().name(), tree.treeSize, root).text();
        checkpoint.signature = signing.sign(text).bytes();
        checkpoint.signedAt = clock.instant();
        checkpoints.persist(checkpoint);
    }
}
