package org.dohyo.project.board;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.project.Project;
import org.dohyo.project.ProjectProblems;
import org.dohyo.project.people.Annotators;
import org.dohyo.project.people.ProjectAccess;

/** Who sees a project's boards: owners, viewers and admins, and annotators if the owner allows. */
@ApplicationScoped
class BoardAccess {

    private final ProjectAccess access;
    private final Annotators annotators;

    BoardAccess(ProjectAccess access, Annotators annotators) {
        this.access = access;
        this.annotators = annotators;
    }

    /** @param member false for an annotator */
    record Reader(Project project, boolean member, boolean owner) {
    }

    /** @throws RuntimeException 404 unless the caller may see the project's boards */
    @Transactional
    Reader of(String slug, HttpHeaders headers) {
        Optional<ProjectAccess.Granted> granted = access.find(slug);
        if (granted.isPresent()) {
            return new Reader(granted.get().project(), true, granted.get().owner());
        }
        Project project = annotators.of(slug, headers).project();
        if (!project.annotatorsSeeBoard) {
            throw ProjectProblems.unknown();
        }
        return new Reader(project, false, false);
    }
}
