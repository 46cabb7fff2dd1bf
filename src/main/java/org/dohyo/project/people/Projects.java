package org.dohyo.project.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Accounts;
import org.dohyo.account.Audit;
import org.dohyo.project.Criterion;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectProblems;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.ProjectSettings;
import org.dohyo.support.Hashes;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Creates, changes and deletes projects, and says who owns and reads them. Each change is in the audit trail. */
@ApplicationScoped
public class Projects {

    private static final int LONGEST_SECONDS = 300;
    private static final int AUDITED_DIGITS = 16;

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
            int goldPercent, int repeatPercent, boolean highlights, Instant deadline, Instant createdAt,
            Instant archivedAt,
            List<Criterion.View> criteria) {

        static View of(Project project, List<Criterion> criteria) {
            return new View(project.slug, project.name, project.instructions, project.votesPerItem,
                    project.reserveMinutes, project.goldPercent, project.repeatPercent, project.highlights,
                    project.deadline,
                    project.createdAt, project.archivedAt,
                    criteria.stream().map(Criterion::view).toList());
        }
    }

    /**
     * A project in the audit trail, which outlives it: no texts.
     *
     * @param instructions a hash that shows whether they changed, as the name's does
     */
    record Audited(String slug, String name, String instructions, int votesPerItem, int reserveMinutes,
            boolean highlights, Instant deadline, Instant archivedAt) {

        static Audited of(Project project) {
            return new Audited(project.slug, hash(project.name), hash(project.instructions), project.votesPerItem,
                    project.reserveMinutes, project.highlights, project.deadline, project.archivedAt);
        }

        private static String hash(String text) {
            return Hashes.sha256Hex(text).substring(0, AUDITED_DIGITS);
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
        requireFree(project.slug);
        project.createdBy = who;
        project.createdAt = clock.instant();
        projects.persist(project);
        judged.forEach(criterion -> criterion.projectId = project.id);
        criteria.persist(judged);
        audit.record(who, "create", subject(project), null, Audited.of(project));
        return view(project);
    }

    /**
     * A project with the settings and criteria of another one, open and without a deadline.
     *
     * @param settings its slug and name
     * @throws RuntimeException 400 naming a wrong field, 409 if the slug is taken
     */
    @Transactional
    public Project copy(Project source, Map<String, Object> settings, String who) {
        Project copy = ProjectSettings.copy(settings, source);
        requireFree(copy.slug);
        copy.createdBy = who;
        copy.createdAt = clock.instant();
        projects.persist(copy);
        criteria.of(source.id).forEach(criterion -> criteria.persist(criterion.copy(copy.id)));
        if (accounts.enabled(who).isPresent()) {
            Member owner = Member.of(copy.id, MemberRole.OWNER, members.nextNumber(copy.id), copy.createdAt);
            owner.account = who;
            members.persist(owner);
        }
        audit.record(who, "copy", subject(copy), Map.of("of", source.slug), Audited.of(copy));
        return copy;
    }

    private void requireFree(String slug) {
        if (projects.findBySlug(slug).isPresent()) {
            throw ProjectRefusal.of(Status.CONFLICT, "slug-taken", ProblemMessages::slugTaken);
        }
    }

    /** Changes the members that are given; of an archived project only whether it is archived. */
    @Transactional
    public View change(String slug, Map<String, Object> changes, String who) {
        Project project = access.own(slug);
        if (project.archivedAt != null && changes != null && !changes.keySet().equals(Set.of("archived"))) {
            throw ProjectProblems.archived();
        }
        Audited before = Audited.of(project);
        ProjectSettings.change(changes, project, clock.instant());
        audit.record(who, "change", subject(project), before, Audited.of(project));
        return view(project);
    }

    /**
     * Deletes the project with all its texts, people and judgements. The database deletes what belongs to it.
     *
     * @param confirmed the project's slug once more
     * @throws RuntimeException 400 if that is another text
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public void delete(String slug, String confirmed, String who) {
        Project project = access.own(slug);
        if (!project.slug.equals(confirmed)) {
            throw ProjectRefusal.parameter("confirm", ProblemMessages::confirm);
        }
        audit.record(who, "delete", subject(project), Audited.of(project), null);
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
            throw ProjectRefusal.field("role", ProblemMessages::ownerOrViewer);
        }
        if (accounts.enabled(account).isEmpty()) {
            throw ProjectRefusal.field("account", ProblemMessages::noAccount);
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
                () -> ProjectRefusal.of(Status.NOT_FOUND, "unknown-member", ProblemMessages::unknownMember));
        audit.record(who, "remove", subject(project), new Person(account, member.role), null);
        members.delete(member);
    }

    static String subject(Project project) {
        return "project:" + project.slug;
    }
}
