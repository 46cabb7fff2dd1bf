package org.dohyo.project.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.project.Project;
import org.dohyo.project.ProjectProblems;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;

/** Recognises a project's annotators; everyone else gets 404. */
@ApplicationScoped
public class Annotators {

    private final Project.Repository projects;
    private final Member.Repository members;
    private final Voters voters;

    Annotators(Project.Repository projects, Member.Repository members, Voters voters) {
        this.projects = projects;
        this.members = members;
        this.voters = voters;
    }

    /** An annotator at work. */
    public record Annotator(Project project, Member member) {
    }

    /** @throws RuntimeException 404 unless the caller is an annotator of the project */
    @Transactional
    public Annotator of(String slug, HttpHeaders headers) {
        Voter voter = voters.known(headers).orElseThrow(ProjectProblems::unknown);
        voter.requireAdmitted();
        Project project = projects.findBySlug(slug).orElseThrow(ProjectProblems::unknown);
        Member member = members.findByVoter(project.id, voter.id).filter(one -> one.role == MemberRole.ANNOTATOR)
                .orElseThrow(ProjectProblems::unknown);
        return new Annotator(project, member);
    }
}
