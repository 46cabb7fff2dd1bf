package org.dohyo.project.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.dohyo.project.Project;
import org.dohyo.project.people.ProjectAccess;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Stores files of prompts and answers, each whole or not at all. */
@ApplicationScoped
public class ContentUpload {

    private static final int LONGEST_SECONDS = 600;

    private final ProjectAccess access;
    private final Project.Repository projects;
    private final ContentRows rows;
    private final Audit audit;

    ContentUpload(ProjectAccess access, Project.Repository projects, ContentRows rows, Audit audit) {
        this.access = access;
        this.projects = projects;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * @param read records of the file
     * @param stored prompts or answers that are new
     * @param known those that were stored before, word for word
     * @param naming new answers that name their own model, so that they aren't compared
     */
    public record Report(long read, int stored, int known, int naming) {
    }

    /** @throws RuntimeException 422 with the invalid records, of which nothing is stored */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Report prompts(String slug, UploadFormat format, InputStream body, String who) throws IOException {
        Project project = locked(slug);
        UploadSheet sheet = new UploadSheet();
        PromptsRead read = new PromptsRead(sheet);
        new ContentFile(body, sheet, read).read(format);
        if (!sheet.isRefused()) {
            rows.differingPrompts(project.id, read.turnsByKey()).forEach(key -> sheet.wrong(read.recordOf(key),
                    words -> words.otherPrompt(key)));
        }
        sheet.requireSound();
        int stored = rows.addPrompts(project.id, read.turnsByKey());
        return recorded("prompts", project, new Report(sheet.records(), stored, read.turnsByKey().size() - stored, 0),
                who);
    }

    /**
     * @param model the model of all answers, or null where each record names its own
     * @param partial true if models may leave prompts unanswered
     * @throws RuntimeException 422 with the invalid records, of which nothing is stored
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Report answers(String slug, UploadFormat format, String model, boolean partial, InputStream body,
            String who) throws IOException {
        Project project = locked(slug);
        UploadSheet sheet = new UploadSheet();
        Map<String, Long> models = new HashMap<>();
        int[] stored = new int[1];
        int[] naming = new int[1];
        AnswersRead read = new AnswersRead(sheet, model, rows.prompts(project.id),
                name -> models.computeIfAbsent(name, one -> rows.addModels(project.id, List.of(one)).get(one)),
                batch -> {
                    ContentRows.Added added = store(batch, sheet);
                    stored[0] += added.answers();
                    naming[0] += added.naming();
                });
        new ContentFile(body, sheet, read).read(format);
        read.flush();
        if (!partial && !sheet.isRefused()) {
            rows.gaps(read.answering()).forEach(
                    gap -> sheet.wrong(0, words -> words.gap(gap.model(), gap.prompt())));
        }
        sheet.requireSound();
        return recorded("answers", project, new Report(sheet.records(), stored[0], read.size() - stored[0], naming[0]),
                who);
    }

    /**
     * Gives an empty project the prompts of another and, if they are wanted, the answers; in the caller's transaction.
     */
    public void copy(Project source, Project copy, boolean answers) {
        rows.copy(source.id, copy.id, answers);
    }

    private ContentRows.Added store(List<ContentRows.NewAnswer> batch, UploadSheet sheet) {
        ContentRows.Added added = rows.addAnswers(batch);
        if (added.answers() < batch.size()) {
            rows.differingAnswers(batch).forEach(
                    record -> sheet.wrong(record, UploadMessages::otherAnswer));
        }
        return added;
    }

    /** The project, its row held so that two uploads to it don't meet. */
    private Project locked(String slug) {
        Project project = access.ownOpen(slug);
        return projects.findById(project.id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Report recorded(String action, Project project, Report report, String who) {
        audit.record(who, "upload-" + action, "project:" + project.slug, null, report);
        return report;
    }
}
