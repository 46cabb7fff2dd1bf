package org.dohyo.project.out;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.dohyo.dataset.exports.ExportArchive;
import org.dohyo.dataset.exports.ExportFormat;
import org.dohyo.dataset.exports.ExportedRecords;
import org.dohyo.dataset.exports.ExportedVote;
import org.dohyo.dataset.exports.file.ExportFile;
import org.dohyo.dataset.exports.file.RecordWriter;
import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.web.ParameterPlace;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Exports the judgements of a project: in the arena's own format with all criteria, or by one criterion in any format
 * that votes are exported in. It reads a page at a time and holds no connection while it writes.
 */
@ApplicationScoped
public class JudgementExport {

    /** The arena's own format. */
    public static final String OWN = "judgements";

    private static final int AT_ONCE = 500;
    private static final int TEXTS_AT_ONCE = 100;

    private final ProjectAccess access;
    private final Criterion.Repository criteria;
    private final ExportedJudgements judgements;
    private final ExportArchive archive;
    private final Audit audit;
    private final Clock clock;

    JudgementExport(ProjectAccess access, Criterion.Repository criteria, ExportedJudgements judgements,
            ExportArchive archive, Audit audit, Clock clock) {
        this.access = access;
        this.criteria = criteria;
        this.judgements = judgements;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
    }

    /** An export that the caller may have, of the judgements up to now. */
    public final class Prepared {

        private final Project project;
        private final ExportFormat<?> format;
        private final ExportFile file;
        private final JudgementSelection selection;
        private final Instant now = clock.instant();

        private Prepared(Project project, ExportFormat<?> format, ExportFile file, JudgementSelection selection) {
            this.project = project;
            this.format = format;
            this.file = file;
            this.selection = selection;
        }

        /** Of the downloaded file. */
        public String name() {
            return project.slug + "-" + formatName() + ".zip";
        }

        private String formatName() {
            return format == null ? OWN : format.name();
        }

        /** Writes the archive and closes the stream. */
        public void write(OutputStream out) throws IOException {
            archive.write("judgements", file, this::records, out);
        }

        private JudgementReport records(OutputStream records) throws IOException {
            Pages pages = new Pages(this);
            ExportedRecords written = format == null ? own(pages, records)
                    : ExportedRecords.write(format, file, () -> votes(pages), selection.texts(), records);
            return new JudgementReport(project.slug, formatName(), file.label(), selection, now, written.votes(),
                    written.records(), written.leftOut());
        }

        private ExportedRecords own(Pages pages, OutputStream out) throws IOException {
            long written = 0;
            try (RecordWriter<JudgementRecord> writer = file.writer(JudgementRecord.class, out)) {
                for (ExportedJudgements.Page page = pages.next(); page != null; page = pages.next()) {
                    for (ExportedJudgement judgement : page.judgements()) {
                        writer.write(JudgementRecord.of(judgement));
                        written++;
                    }
                }
            }
            return new ExportedRecords(written, written, 0, Map.of());
        }

        /** A judgement that says nothing by the criterion is no vote. */
        private List<ExportedVote> votes(Pages pages) {
            ExportedJudgements.Page page = pages.next();
            if (page == null) {
                return null;
            }
            List<ExportedVote> votes = new ArrayList<>();
            for (int i = 0; i < page.judgements().size(); i++) {
                ExportedJudgement judgement = page.judgements().get(i);
                if (judgement.ratings().containsKey(selection.criterion())) {
                    votes.add(judgement.vote(selection.criterion(), page.turns().get(i)));
                }
            }
            return votes;
        }
    }

    /** Reads one page after another, each in a transaction of its own. */
    private final class Pages {

        private final Prepared export;
        private final Instant end;
        private ExportedJudgements.Place place;

        Pages(Prepared export) {
            this.export = export;
            JudgementSelection selection = export.selection;
            place = ExportedJudgements.Place.beginning(selection.from() == null ? Instant.EPOCH : selection.from());
            end = selection.to() == null || selection.to().isAfter(export.now) ? export.now : selection.to();
        }

        /** Null behind the last one. */
        ExportedJudgements.Page next() {
            int size = export.selection.texts() || export.selection.highlights() ? TEXTS_AT_ONCE : AT_ONCE;
            ExportedJudgements.Page page = QuarkusTransaction.requiringNew()
                    .call(() -> judgements.page(export.project, place, end, export.selection, size));
            place = page.end();
            return page.judgements().isEmpty() ? null : page;
        }
    }

    /**
     * Prepares an export and records it in the audit trail.
     *
     * @param format null for the arena's own
     * @throws RuntimeException 404 unless the caller may read the project, 400 if it has no such criterion
     */
    @Transactional
    public Prepared prepare(String slug, ExportFormat<?> format, ExportFile file, JudgementSelection selection,
            String who) {
        Project project = access.read(slug).project();
        List<String> slugs = criteria.of(project.id).stream().map(criterion -> criterion.slug).toList();
        ParameterPlace.QUERY.check("criterion", slugs.contains(selection.criterion()), slugs);
        Prepared prepared = new Prepared(project, format, file, selection);
        audit.record(who, "export", "project:" + project.slug, null,
                Map.of("format", prepared.formatName(), "file", file.label(), "selection", selection));
        return prepared;
    }
}
