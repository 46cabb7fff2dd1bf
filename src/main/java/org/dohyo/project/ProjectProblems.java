package org.dohyo.project;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

/** The refusals that all rooms of a project share. */
public final class ProjectProblems {

    private ProjectProblems() {
    }

    /** Strangers can't tell a project that they don't belong to from one that doesn't exist. */
    public static RuntimeException unknown() {
        return Problem.of(Status.NOT_FOUND, "unknown-project", "There is no project of that name for you.");
    }

    public static RuntimeException archived() {
        return Problem.of(Status.CONFLICT, "project-archived", "The project is archived, so nothing in it changes.");
    }
}
