package org.dohyo.project.log;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.log.TileAddress;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.LogProof;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.Tile;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.queue.Assignment;
import org.dohyo.project.queue.AssignmentState;
import org.dohyo.support.Problem;
import org.dohyo.vote.LogLeaf;
import org.dohyo.web.Refusal;

/** Reads projects' logs. All its calls throw 404 unless the caller may read the project. */
@ApplicationScoped
public class ProjectLogs {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ProjectAccess access;
    private final Assignment.Repository assignments;
    private final ProjectTree.Repository trees;
    private final ProjectEntry.Repository entries;
    private final ProjectCheckpoint.Repository checkpoints;
    private final ProjectTiles tiles;

    ProjectLogs(ProjectAccess access, Assignment.Repository assignments, ProjectTree.Repository trees,
            ProjectEntry.Repository entries, ProjectCheckpoint.Repository checkpoints, ProjectTiles tiles) {
        this.access = access;
        this.assignments = assignments;
        this.trees = trees;
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    /**
     * An entry with its place.
     *
     * @param entry canonical JSON, the bytes that are hashed
     * @param hash SHA-256 of a zero byte and the entry, in hexadecimal
     * @param salt of the commitment to the texts, in hexadecimal; null for a statement
     */
    public record Entry(long position, String entry, String hash, String salt) {
    }

    /**
     * @param size the number of signed entries
     * @param key by which the newest checkpoint is verified; null before the first
     */
    public record Page(String origin, long size, String key, List<Entry> entries) {
    }

    /** The newest signed checkpoint. */
    @Transactional
    public SignedNote checkpoint(String slug) {
        Log log = read(slug);
        return log.newest.note(log.tree.origin);
    }

    /** The hashes of a tile that the newest checkpoint covers. */
    @Transactional
    public byte[] tile(String slug, Tile tile) {
        return tiles.read(covered(slug, tile), tile);
    }

    /** The entries of a tile of level 0 that the newest checkpoint covers. */
    @Transactional
    public byte[] bundle(String slug, Tile tile) {
        return tiles.bundle(covered(slug, tile), tile);
    }

    private long covered(String slug, Tile tile) {
        Log log = read(slug);
        if (!tile.isIn(log.newest.treeSize)) {
            throw TileAddress.notCovered();
        }
        return log.tree.projectId;
    }

    /** Signed entries from a position on. */
    @Transactional
    public Page entries(String slug, long from, int most) {
        Project project = access.read(slug).project();
        ProjectTree tree = trees.findById(project.id);
        ProjectCheckpoint newest = checkpoints.newest(project.id).orElse(null);
        if (tree == null || newest == null) {
            return new Page(tree == null ? null : tree.origin, 0, null, List.of());
        }
        return new Page(tree.origin, newest.treeSize, newest.verifier(tree.origin).text(),
                entries.between(project.id, from, Math.min(newest.treeSize, from + most)).stream()
                        .map(entry -> new Entry(entry.position, entry.leaf, LogLeaf.hex(entry.leafHash),
                                LogLeaf.hex(entry.salt)))
                        .toList());
    }

    /**
     * The proof that a judgement is in the log at its newest checkpoint, with the entry's bytes as extra data.
     *
     * @throws RuntimeException 404 if there is no such judgement, 409 if it isn't in a checkpoint yet
     */
    @Transactional
    public LogProof receipt(String slug, UUID judgement) {
        Project project = access.read(slug).project();
        ProjectTree tree = trees.findById(project.id);
        ProjectCheckpoint newest = checkpoints.newest(project.id).orElse(null);
        ProjectEntry entry = entries.ofJudgement(project.id, judgement).orElse(null);
        if (newest == null || entry == null || entry.position >= newest.treeSize) {
            throw missing(project, judgement);
        }
        List<Hash> proof = tiles.tree(project.id, newest.treeSize).inclusionOf(entry.position).hashes();
        return new LogProof(entry.bytes(), entry.position, proof, newest.note(tree.origin));
    }

    private RuntimeException missing(Project project, UUID judgement) {
        boolean judged = assignments.findByIdOptional(judgement)
                .filter(one -> one.projectId == project.id && one.state == AssignmentState.JUDGED).isPresent();
        return judged ? Refusal.by(ProblemMessages.class,
                words -> Problem.later(Status.CONFLICT, "not-logged-yet", words.notLoggedYet(), SOON))
                : ProjectRefusal.of(Status.NOT_FOUND, "unknown-judgement", ProblemMessages::unknownJudgement);
    }

    /** A log with a checkpoint. */
    private record Log(ProjectTree tree, ProjectCheckpoint newest) {
    }

    private Log read(String slug) {
        Project project = access.read(slug).project();
        ProjectCheckpoint newest = checkpoints.newest(project.id).orElseThrow(TileAddress::noCheckpoint);
        return new Log(trees.findById(project.id), newest);
    }
}
