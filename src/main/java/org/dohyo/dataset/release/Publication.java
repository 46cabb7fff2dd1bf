package org.dohyo.dataset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.dataset.exports.ExportedVote;
import org.dohyo.dataset.exports.ExportedVotes;
import org.dohyo.dataset.exports.FastChatExport;
import org.dohyo.dataset.release.search.Finding;
import org.dohyo.dataset.release.search.Redactions;
import org.dohyo.leaderboard.board.BoardOfVotes;
import org.hibernate.Session;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Publishes a draft: writes its files, redacted by the decisions, in one transaction. The texts are read anew, so that
 * what was erased or withheld since the draft was made is not in it.
 */
@ApplicationScoped
class Publication {

    /** Erasures hold it in common, the end of a publication alone: see {@link ReleaseData}. */
    static final String LOCK = "pg_advisory_xact_lock%s(hashtext('dohyo.release'))";

    private final Session database;
    private final Release.Repository releases;
    private final Finding.Repository findings;
    private final ReleaseBattle.Repository battles;
    private final Releases drafts;
    private final FileStore files;
    private final ReleaseBoards boards;
    private final ExportedVotes votes;
    private final FastChatExport format;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    Publication(Session database, Release.Repository releases, Finding.Repository findings,
            ReleaseBattle.Repository battles, Releases drafts, FileStore files, ReleaseBoards boards,
            ExportedVotes votes, FastChatExport format, Audit audit, ObjectMapper json, Clock clock) {
        this.database = database;
        this.releases = releases;
        this.findings = findings;
        this.battles = battles;
        this.drafts = drafts;
        this.files = files;
        this.boards = boards;
        this.votes = votes;
        this.format = format;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** @param site the arena's own address, for the addresses of the files */
    void publish(long id, String site, String who) {
        QuarkusTransaction.requiringNew().timeout((int) Releases.LONGEST.toSeconds()).run(() -> {
            Release draft = drafts.searched(id);
            try {
                write(draft, site, who);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(Release draft, String site, String who) throws IOException {
        Set<Finding.Key> kept = findings.kept(draft.id).stream().map(Finding::key).collect(Collectors.toSet());
        Redactions redactions = new Redactions(kept);
        Set<UUID> written = new HashSet<>();
        ReleaseRecords records = new ReleaseRecords(files, draft.id);
        BoardOfVotes counted = new BoardOfVotes();
        write(draft, redactions, written, counted, records);
        List<ReleaseFile> data = records.end();
        if (written.isEmpty()) {
            throw Refused.of(Status.CONFLICT, "nothing-to-publish", ReleaseMessages::nothingToPublish);
        }
        Release release = releases.findById(draft.id);
        release.records = (long) written.size();
        release.battles = written.size();
        release.redactions = redactions.count();
        release.state = Release.State.PUBLISHED;
        release.publishedBy = who;
        release.publishedAt = clock.instant();
        describe(release, data, counted, redactions, site);
        requireUnerased(written);
        audit.record(who, "publish", Releases.subject(release.id), null, Releases.facts(release));
    }

    private void write(Release draft, Redactions redactions, Set<UUID> written, BoardOfVotes counted,
            ReleaseRecords records) throws IOException {
        for (long first = 0; first < draft.logSize; first += Releases.STRETCH) {
            long end = Math.min(draft.logSize, first + Releases.STRETCH);
            for (ExportedVote vote : votes.publishable(first, end, draft.selection())) {
                records.write(format.records(redactions.redact(vote)).get(0));
                battles.persist(ReleaseBattle.of(draft.id, vote.battleId()));
                written.add(vote.battleId());
                counted.add(vote.voter(), vote.modelA(), vote.modelB(), vote.outcome());
            }
        }
    }

    private void describe(Release release, List<ReleaseFile> data, BoardOfVotes counted, Redactions redactions,
            String site) throws IOException {
        DataCard card = new DataCard(release, site + "/data/" + release.id + "/", data, redactions.counts(),
                boards.demos(counted));
        byte[] board = boards.content(release, counted);
        byte[] readme = card.markdown().getBytes(StandardCharsets.UTF_8);
        byte[] croissant = card.croissant(json);
        List<ReleaseFile> all = new ArrayList<>(data);
        all.add(files.store(release.id, all.size(), "README.md", "text/markdown;charset=utf-8",
                out -> out.write(readme)));
        all.add(files.store(release.id, all.size(), "croissant.json", "application/ld+json",
                out -> out.write(croissant)));
        all.add(files.store(release.id, all.size(), ReleaseBoards.FILE, "application/json", out -> out.write(board)));
        byte[] sums = all.stream().map(file -> file.sha256 + "  " + file.name + "\n").collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        files.store(release.id, all.size(), "SHA256SUMS", "text/plain;charset=utf-8", out -> out.write(sums));
    }

    /**
     * An erasure that began before this point has been committed after the lock is taken, and is seen here; one that
     * begins later finds the release and withdraws it.
     */
    private void requireUnerased(Set<UUID> written) {
        database.flush();
        database.createNativeQuery("select 1 from " + LOCK.formatted(""), Integer.class).getSingleResult();
        if (votes.stillPublishable(written) < written.size()) {
            throw Refused.of(Status.CONFLICT, "erased-meanwhile", ReleaseMessages::erasedMeanwhile);
        }
    }
}
