package org.dohyo.project.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Accounts;
import org.dohyo.account.Audit;
import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectSettings;
import org.dohyo.support.Fields;
import org.dohyo.support.Problem;

/** Creates, changes and deletes projects, and says who owns and reads them. Each change is in the audit trail. */
@ApplicationScoped
public class Projects {

    private final Project.Repository projects;
    private final Criterion.Repository criteria;
    private final Member.Repository members;
    private final ProjectAccess access;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Projects(Project.Repository projects, Criterion.Repository criteria, Member.Repository members,
            ProjectAccess access, Accounts accounts, Audit audit, Clock clock) {
        this.projects = projects;
        this.criteria = criteria;
        this.members = members;
        this.access = access;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A project as its owner sees it. */
    public record View(String slug, String name, String instructions, int votesPerItem, int reserveMinutes,
            int goldPercent, int repeatPercent, Instant deadline, Instant createdAt, Instant archivedAt,
            List<Criterion.View> criteria) {

        static View of(Project project, List<Criterion> criteria) {
            return new View(project.slug, project.name, project.instructions, project.votesPerItem,
                    project.reserveMinutes, project.goldPercent, project.repeatPercent, project.deadline,
                    project.createdAt, project.archivedAt,
                    criteria.stream().map(Criterion::view).toList());
        }
    }

    /** Who owns or reads a project. */
    public record Person(String account, MemberRole role) {
    }

    /** The projects that the caller may read, newest first. */
    @Transactional
    public List<View> readable() {
        return access.readable().stream().map(project -> View.of(project, List.of())).toList();
    }

    /** @throws RuntimeException 404 unless the caller may read it */
    @Transactional
    public View one(String slug) {
        return view(access.read(slug).project());
    }

    private View view(Project project) {
        return View.of(project, criteria.of(project.id));
    }

    /** @throws RuntimeException 400 naming a wrong field, 409 if the slug is taken */
    @Transactional
    public View create(Map<String, Object> settings, String who) {
        Project project = ProjectSettings.project(settings);
        List<Criterion> judged = ProjectSettings.criteria(settings);
        if (projects.findBySlug(project.slug).isPresent()) {
            throw Problem.of(Status.CONFLICT, "slug-taken", "Another project has this slug.");
        }
        project.createdBy = who;
        project.createdAt = clock.instant();
        projects.persist(project);
        judged.forEach(criterion -> criterion.projectId = project.id);
        criteria.persist(judged);
        View view = view(project);
        audit.record(who, "create", subject(project), null, view);
        return view;
    }

    /** Changes the members that are given. */
    @Transactional
    public View change(String slug, Map<String, Object> changes, String who) {
        Project project = access.own(slug);
        View before = view(project);
        ProjectSettings.change(changes, project, clock.instant());
        View after = view(project);
        audit.record(who, "change", subject(project), before, after);
        return after;
    }

    /** Deletes the project with all its texts, people and judgements. */
    @Transactional
    public void delete(String slug, String who) {
        Project project = access.own(slug);
        audit.record(who, "delete", subject(project), view(project), null);
        projects.delete(project);
    }

    /** Owners and viewers. */
    @Transactional
    public List<Person> people(String slug) {
        return members.of(access.read(slug).project().id).stream().filter(member -> member.account != null)
                .map(member -> new Person(member.account, member.role)).toList();
    }

    /** Gives an account a role in the project, instead of the one that it had. */
    @Transactional
    public void admit(String slug, String account, MemberRole role, String who) {
        Project project = access.ownOpen(slug);
        if (role == MemberRole.ANNOTATOR) {
            throw Fields.wrong("role", "must be owner or viewer; annotators come by an invitation");
        }
        if (accounts.enabled(account).isEmpty()) {
            throw Fields.wrong("account", "is the name of no account");
        }
        projects.findById(project.id, LockModeType.PESSIMISTIC_WRITE);
        Member member = members.findByAccount(project.id, account).orElseGet(
                () -> Member.of(project.id, role, members.nextNumber(project.id), clock.instant()));
        member.account = account;
        member.role = role;
        members.persist(member);
        audit.record(who, "admit", subject(project), null, new Person(account, role));
    }

    /** @throws RuntimeException 404 if the account has no part in the project */
    @Transactional
    public void remove(String slug, String account, String who) {
        Project project = access.own(slug);
        Member member = members.findByAccount(project.id, account).orElseThrow(
                () -> Problem.of(Status.NOT_FOUND, "unknown-member", "The account has no part in this project."));
        audit.record(who, "remove", subject(project), new Person(account, member.role), null);
        members.delete(member);
    }

    static String subject(Project project) {
        return "project:" + project.slug;
    }
}
