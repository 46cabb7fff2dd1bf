package org.dohyo.project.out;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.Project;
import org.dohyo.project.ProjectSettings;
import org.dohyo.project.content.ContentUpload;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.people.Projects;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Makes a new project of an old one: the same settings, criteria and prompts, no people and no judgements. */
@ApplicationScoped
public class ProjectCopies {

    private static final int LONGEST_SECONDS = 300;

    private final ProjectAccess access;
    private final Projects projects;
    private final ContentUpload content;

    ProjectCopies(ProjectAccess access, Projects projects, ContentUpload content) {
        this.access = access;
        this.projects = projects;
        this.content = content;
    }

    /**
     * The caller owns the copy.
     *
     * @param settings slug, name, and optionally answers: true to copy these too
     * @throws RuntimeException 404 unless the caller owns the project, 400 naming a wrong field, 409 if the slug is
     *         taken
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Projects.View copy(String slug, Map<String, Object> settings, String who) {
        Project source = access.own(slug);
        boolean answers = ProjectSettings.withAnswers(settings);
        Project copy = projects.copy(source, settings, who);
        content.copy(source, copy, answers);
        return projects.one(copy.slug);
    }
}
