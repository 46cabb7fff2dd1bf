package org.dohyo.project.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.account.Audit;
import org.dohyo.account.SignedIn;
import org.dohyo.account.signon.SignOn;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.support.Tokens;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Fields;

/** Links by which annotators come into a project. */
@ApplicationScoped
public class Invitations {

    private static final Set<String> MEMBERS = Set.of("label", "places", "quota", "signIn", "group");
    private static final int MOST_PLACES = 10_000;
    private static final int MOST_JUDGEMENTS = 1_000_000;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_GROUP = 200;

    private final Invitation.Repository invitations;
    private final Member.Repository members;
    private final Project.Repository projects;
    private final ProjectAccess access;
    private final Voters voters;
    private final SignedIn signedIn;
    private final SignOn signOn;
    private final Audit audit;
    private final Clock clock;

    Invitations(Invitation.Repository invitations, Member.Repository members, Project.Repository projects,
            ProjectAccess access, Voters voters, SignedIn signedIn, SignOn signOn, Audit audit, Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.projects = projects;
        this.access = access;
        this.voters = voters;
        this.signedIn = signedIn;
        this.signOn = signOn;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param used how many people have come by it
     * @param signIn true if it is for signed-in people alone
     * @param group the group at the identity provider that it is for; null for any
     */
    public record View(long id, String label, int places, long used, Integer quota, boolean signIn, String group,
            Instant createdAt, Instant revokedAt) {
    }

    /** @param path of the page that the link opens, known only now: the database has a hash of its token */
    public record Created(long id, String path) {
    }

    /**
     * What a link's page shows before anyone joins.
     *
     * @param admission whether this reader may join
     */
    public record Offer(String project, Instant deadline, Admission admission) {

        public boolean mustSignIn() {
            return admission == Admission.MUST_SIGN_IN;
        }

        public boolean notInGroup() {
            return admission == Admission.NOT_IN_GROUP;
        }
    }

    @Transactional
    public List<View> of(String slug) {
        Project project = access.own(slug);
        Map<Long, Long> used = members.annotators(project.id).stream().filter(member -> member.invitationId != null)
                .collect(Collectors.groupingBy(member -> member.invitationId, Collectors.counting()));
        return invitations.of(project.id).stream().map(one -> new View(one.id, one.label, one.places,
                used.getOrDefault(one.id, 0L), one.quota, one.signIn, one.groupName, one.createdAt, one.revokedAt))
                .toList();
    }

    /** @throws RuntimeException 400 naming a wrong field */
    @Transactional
    public Created create(String slug, Map<String, Object> settings, String who) {
        Project project = access.ownOpen(slug);
        Fields fields = new Fields(settings, MEMBERS);
        String token = Tokens.fresh();
        Invitation invitation = Invitation.of(project.id, token, clock.instant());
        invitation.label = fields.required("label");
        if (invitation.label.length() > LONGEST_LABEL) {
            throw ProjectRefusal.field("label", words -> words.longest(LONGEST_LABEL));
        }
        invitation.places = (int) fields.count("places", MOST_PLACES);
        invitation.quota = fields.has("quota") && !fields.blank("quota")
                ? Integer.valueOf((int) fields.count("quota", MOST_JUDGEMENTS))
                : null;
        invitation.groupName = fields.has("group") && !fields.blank("group") ? group(fields) : null;
        invitation.signIn = invitation.groupName != null || fields.has("signIn") && fields.flag("signIn");
        invitations.persist(invitation);
        audit.record(who, "invite", Projects.subject(project), null,
                Map.of("places", invitation.places));
        return new Created(invitation.id, "/projects/join/" + token);
    }

    private String group(Fields fields) {
        String group = fields.required("group");
        if (group.length() > LONGEST_GROUP) {
            throw ProjectRefusal.field("group", words -> words.longest(LONGEST_GROUP));
        }
        if (signOn.provider().isEmpty()) {
            throw ProjectRefusal.field("group", ProblemMessages::noProvider);
        }
        return group;
    }

    /** Nobody can come by the link any more; who has come stays. */
    @Transactional
    public void revoke(String slug, long id, String who) {
        Project project = access.own(slug);
        Invitation invitation = invitations.findByIdOptional(id).filter(one -> one.projectId == project.id)
                .orElseThrow(Invitations::invalid);
        invitation.revokedAt = invitation.revokedAt == null ? clock.instant() : invitation.revokedAt;
        audit.record(who, "revoke-invitation", Projects.subject(project), Map.of("places", invitation.places), null);
    }

    /** @throws RuntimeException 404 if the link is not valid */
    @Transactional
    public Offer offer(String token) {
        Invitation invitation = invitations.findValid(token).orElseThrow(Invitations::invalid);
        Project project = projects.findById(invitation.projectId);
        if (project.archivedAt != null) {
            throw invalid();
        }
        return new Offer(project.name, project.deadline, admission(invitation));
    }

    /** @param cookie the cookie that the response must set if the voter is new; else null */
    public record Joined(String slug, NewCookie cookie) {
    }

    /**
     * Makes the caller an annotator, if that isn't so already.
     *
     * @throws RuntimeException 404 if the link is not valid, 401 or 403 if it is for signed-in people or for a group
     *         that the reader is not in, 409 if all its places are taken
     */
    @Transactional
    public Joined join(String token, HttpHeaders headers, UriInfo uri) {
        Invitation invitation = invitations.lockValid(token).orElseThrow(Invitations::invalid);
        Project project = projects.findById(invitation.projectId, LockModeType.PESSIMISTIC_WRITE);
        if (project.archivedAt != null) {
            throw invalid();
        }
        admission(invitation).require();
        byte[] person = invitation.signIn ? signedIn.person().orElseThrow() : null;
        Voters.Recognised caller = voters.knownOrFresh(headers, uri);
        caller.voter().requireAdmitted();
        Voter known = voters.stored(caller.voter());
        Joined joined = new Joined(project.slug, caller.cookie());
        if (members.findByVoter(project.id, known.id).isPresent()
                || person != null && members.findByPerson(project.id, person).isPresent()) {
            return joined;
        }
        if (members.count("invitationId", invitation.id) >= invitation.places) {
            throw ProjectRefusal.of(Status.CONFLICT, "invitation-used-up", ProblemMessages::invitationUsedUp);
        }
        Member member = Member.of(project.id, MemberRole.ANNOTATOR, members.nextNumber(project.id), clock.instant());
        member.voterId = known.id;
        member.person = person;
        member.invitationId = invitation.id;
        member.quota = invitation.quota;
        members.persist(member);
        return joined;
    }

    private Admission admission(Invitation invitation) {
        return Admission.of(invitation, voters.areSignedIn(), signedIn);
    }

    private static RuntimeException invalid() {
        return ProjectRefusal.of(Status.NOT_FOUND, "invitation-invalid", ProblemMessages::invitationInvalid);
    }
}
