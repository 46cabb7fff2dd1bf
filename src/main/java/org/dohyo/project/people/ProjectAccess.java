package org.dohyo.project.people;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectProblems;

/** Who may see and change a project: admins all, owners and viewers their own. Everyone else gets 404. */
@ApplicationScoped
public class ProjectAccess {

    private final Project.Repository projects;
    private final Member.Repository members;
    private final SignedIn signedIn;

    ProjectAccess(Project.Repository projects, Member.Repository members, SignedIn signedIn) {
        this.projects = projects;
        this.members = members;
        this.signedIn = signedIn;
    }

    /** A project that the caller may read, and whether the caller may change it. */
    public record Granted(Project project, boolean owner) {
    }

    /** The projects that the caller may read, newest first. */
    @Transactional
    public List<Project> readable() {
        return signedIn.may(Role.ADMIN) ? projects.newestFirst()
                : projects.list("id in ?1 order by createdAt desc", members.projectsOf(signedIn.name()));
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    @Transactional
    public Granted read(String slug) {
        return find(slug).orElseThrow(ProjectProblems::unknown);
    }

    /** As {@link #read}; empty unless the caller may read the project, and if the request isn't authenticated. */
    @Transactional
    public Optional<Granted> find(String slug) {
        Optional<Project> project = signedIn.may(Role.READER) ? projects.findBySlug(slug) : Optional.empty();
        if (signedIn.may(Role.ADMIN)) {
            return project.map(one -> new Granted(one, true));
        }
        return project.flatMap(one -> role(one).map(role -> new Granted(one, role == MemberRole.OWNER)));
    }

    /** @throws RuntimeException 404 unless the caller may change the project */
    @Transactional
    public Project own(String slug) {
        Granted granted = read(slug);
        if (!granted.owner()) {
            throw ProjectProblems.unknown();
        }
        return granted.project();
    }

    /** As {@link #own}, for changes that an archived project refuses with 409. */
    @Transactional
    public Project ownOpen(String slug) {
        Project project = own(slug);
        if (project.archivedAt != null) {
            throw ProjectProblems.archived();
        }
        return project;
    }

    private Optional<MemberRole> role(Project project) {
        return members.findByAccount(project.id, signedIn.name()).map(member -> member.role);
    }
}
