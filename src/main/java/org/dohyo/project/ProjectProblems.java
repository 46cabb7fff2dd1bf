package org.dohyo.project;

import jakarta.ws.rs.core.Response.Status;

/** The refusals that all rooms of a project share. */
public final class ProjectProblems {

    private ProjectProblems() {
    }

    /** Strangers can't tell a project that they don't belong to from one that doesn't exist. */
    public static RuntimeException unknown() {
        return ProjectRefusal.of(Status.NOT_FOUND, "unknown-project", ProblemMessages::unknownProject);
    }

    public static RuntimeException archived() {
        return ProjectRefusal.of(Status.CONFLICT, "project-archived", ProblemMessages::archived);
    }
}
