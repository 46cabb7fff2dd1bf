package org.dohyo.log;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.play.Battles;
import org.dohyo.log.tree.LogProof;
import org.dohyo.log.tree.TileSubtrees;
import org.dohyo.log.tree.Tree;
import org.dohyo.support.Problem;
import org.dohyo.vote.LogReader;
import org.dohyo.vote.Vote;
import org.dohyo.web.Refusal;

/** Proofs that votes are in the log. */
@ApplicationScoped
class Receipts {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final LogReader log;
    private final Vote.Repository votes;
    private final LogCheckpoint.Repository checkpoints;
    private final StoredTiles tiles;

    Receipts(LogReader log, Vote.Repository votes, LogCheckpoint.Repository checkpoints, StoredTiles tiles) {
        this.log = log;
        this.votes = votes;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    /**
     * The proof that the vote on a battle is in the log at its newest checkpoint, with the entry's bytes as extra data.
     * Anyone may have it: all that it has is in the public log. A problem 409 if the vote isn't in a checkpoint yet,
     * 404 if there is no vote on such a battle.
     */
    @Transactional
    LogProof of(UUID battle) {
        LogCheckpoint checkpoint = checkpoints.newest().orElse(null);
        long index = log.position(battle).orElse(Long.MAX_VALUE);
        if (checkpoint == null || index >= checkpoint.treeSize) {
            throw missing(battle);
        }
        Tree tree = new Tree(new TileSubtrees(tiles, checkpoint.treeSize), checkpoint.treeSize);
        byte[] entry = log.leaves(index, index + 1).get(0);
        return new LogProof(entry, index, tree.inclusionOf(index).hashes(), checkpoint.note());
    }

    private RuntimeException missing(UUID battle) {
        return votes.findByIdOptional(battle).isEmpty() ? Battles.unknown()
                : Refusal.by(LogProblemMessages.class,
                        words -> Problem.later(Status.CONFLICT, "not-logged-yet", words.notLoggedYet(), SOON));
    }
}
