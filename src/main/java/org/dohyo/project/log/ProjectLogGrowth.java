package org.dohyo.project.log;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.dohyo.log.NamedSigner;
import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.TileHashes;
import org.dohyo.project.Project;
import org.dohyo.project.people.Member;
import org.dohyo.project.queue.Assignment;
import org.dohyo.support.Tokens;
import org.dohyo.vote.LogLeaf;

/**
 * Appends to projects' logs, and signs. What a pass costs depends on what is new: judgements that aren't logged yet,
 * annotators who were left out or brought back, and logs whose newest size isn't signed.
 */
@ApplicationScoped
class ProjectLogGrowth {

    /** The most judgements in a transaction; their texts are in memory. */
    private static final int BATCH = 100;
    /** The most projects in a pass. */
    private static final int PROJECTS = 50;
    private static final int NAME_BYTES = 4;

    private final Project.Repository projects;
    private final Assignment.Repository assignments;
    private final JudgedTexts texts;
    private final ProjectTree.Repository trees;
    private final ProjectEntry.Repository entries;
    private final ProjectNode.Repository nodes;
    private final ProjectCheckpoint.Repository checkpoints;
    private final StatedLeftOut.Repository leftOut;
    private final NamedSigner signer;
    private final Clock clock;

    ProjectLogGrowth(Project.Repository projects, Assignment.Repository assignments, JudgedTexts texts,
            ProjectTree.Repository trees, ProjectEntry.Repository entries, ProjectNode.Repository nodes,
            ProjectCheckpoint.Repository checkpoints, StatedLeftOut.Repository leftOut, NamedSigner signer,
            Clock clock) {
        this.projects = projects;
        this.assignments = assignments;
        this.texts = texts;
        this.trees = trees;
        this.entries = entries;
        this.nodes = nodes;
        this.checkpoints = checkpoints;
        this.leftOut = leftOut;
        this.signer = signer;
        this.clock = clock;
    }

    /** The projects in which something isn't logged or signed. */
    @Transactional
    List<Long> due() {
        TreeSet<Long> due = new TreeSet<>(assignments.projectsToLog(PROJECTS));
        due.addAll(leftOut.projectsToLeaveOut());
        due.addAll(leftOut.projectsToRestore());
        due.addAll(trees.unsigned(PROJECTS));
        return due.stream().limit(PROJECTS).toList();
    }

    /**
     * Appends a batch to a project's log and signs its new size.
     *
     * @return true if there may be more
     */
    @Transactional
    boolean grow(long projectId) {
        Optional<ProjectTree> known = trees.locked(projectId).or(() -> create(projectId));
        if (known.isEmpty()) {
            return false;
        }
        ProjectTree tree = known.get();
        Instant now = clock.instant();
        Frontier frontier = tree.frontier();
        List<Assignment> judged = assignments.unlogged(projectId, BATCH);
        texts.of(projectId, judged).forEach(judgement -> {
            byte[] salt = Tokens.bytes();
            ProjectEntry entry = append(tree, frontier, EntryKind.JUDGE, judgement.leaf(salt), now);
            entry.assignmentId = judgement.assignment().id;
            entry.salt = salt;
            judgement.assignment().logged = true;
        });
        state(tree, frontier, now);
        tree.becomes(frontier);
        if (tree.signedSize < tree.treeSize) {
            sign(tree, now);
        }
        return judged.size() == BATCH;
    }

    /** One replica at a time creates a log: the others then read what the first has written. */
    private Optional<ProjectTree> create(long projectId) {
        Project project = projects.findById(projectId, LockModeType.PESSIMISTIC_WRITE);
        if (project == null) {
            return Optional.empty();
        }
        return Optional.of(trees.locked(projectId).orElseGet(() -> {
            String name = signer.origin() + "/projects/" + project.slug + "/"
                    + HexFormat.of().formatHex(Tokens.bytes(), 0, NAME_BYTES);
            ProjectTree tree = ProjectTree.of(projectId, name);
            trees.persist(tree);
            return tree;
        }));
    }

    private void state(ProjectTree tree, Frontier frontier, Instant now) {
        for (Member member : leftOut.toLeaveOut(tree.projectId)) {
            append(tree, frontier, EntryKind.LEAVE_OUT, statement(EntryKind.LEAVE_OUT, member, member.leftOutAt), now);
            leftOut.persist(StatedLeftOut.of(member));
        }
        for (Member member : leftOut.toRestore(tree.projectId)) {
            append(tree, frontier, EntryKind.RESTORE, statement(EntryKind.RESTORE, member, now), now);
            leftOut.deleteById(member.id);
        }
    }

    private static LogLeaf statement(EntryKind kind, Member member, Instant at) {
        return LogLeaf.of(Map.of("kind", kind.name(), "annotator", member.number, "time", at.getEpochSecond()));
    }

    private ProjectEntry append(ProjectTree tree, Frontier frontier, EntryKind kind, LogLeaf leaf, Instant now) {
        ProjectEntry entry = ProjectEntry.of(tree.projectId, frontier.size(), kind, leaf, now);
        entries.persist(entry);
        TileHashes above = (level, place, hash) -> nodes.persist(ProjectNode.of(tree.projectId, level, place, hash));
        frontier.append(Hash.of(leaf.hash()), above);
        return entry;
    }

    private void sign(ProjectTree tree, Instant now) {
        Hash root = tree.frontier().root();
        signer.sign(tree.origin, new Checkpoint(tree.origin, tree.treeSize, root).text()).ifPresent(signed -> {
            ProjectCheckpoint checkpoint = new ProjectCheckpoint();
            checkpoint.projectId = tree.projectId;
            checkpoint.treeSize = tree.treeSize;
            checkpoint.root = root.bytes();
            checkpoint.publicKey = signed.key().bytes();
            checkpoint.signature = signed.signature().bytes();
            checkpoint.signedAt = now;
            checkpoints.persist(checkpoint);
            tree.signedSize = tree.treeSize;
        });
    }
}
