package org.dohyo.project.people;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.account.SignedIn;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectProblems;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;

/** Recognises a project's annotators; everyone else gets 404. */
@ApplicationScoped
public class Annotators {

    private final Project.Repository projects;
    private final Member.Repository members;
    private final Invitation.Repository invitations;
    private final Voters voters;
    private final Voter.Repository storedVoters;
    private final SignedIn signedIn;

    Annotators(Project.Repository projects, Member.Repository members, Invitation.Repository invitations,
            Voters voters, Voter.Repository storedVoters, SignedIn signedIn) {
        this.projects = projects;
        this.members = members;
        this.invitations = invitations;
        this.voters = voters;
        this.storedVoters = storedVoters;
        this.signedIn = signedIn;
    }

    /** An annotator at work. */
    public record Annotator(Project project, Member member) {
    }

    /**
     * @throws RuntimeException 404 unless the caller is an annotator of the project; 401 or 403 for one who came by an
     *         invitation of signed-in people or of a group and isn't signed in or in it now
     */
    @Transactional
    public Annotator of(String slug, HttpHeaders headers) {
        Annotator annotator = find(slug, headers).orElseThrow(this::unrecognised);
        admission(annotator).require();
        return annotator;
    }

    /** True for a caller who has to sign in before it shows whether the project's page is theirs. */
    @Transactional
    public boolean mustSignIn(String slug, HttpHeaders headers) {
        return find(slug, headers).map(annotator -> admission(annotator) == Admission.MUST_SIGN_IN)
                .orElseGet(this::mayBeKnownAfterSigningIn);
    }

    private Optional<Annotator> find(String slug, HttpHeaders headers) {
        Optional<Voter> voter = voters.known(headers);
        return projects.findBySlug(slug).flatMap(project -> voter
                .flatMap(one -> members.findByVoter(project.id, one.id))
                .or(() -> signedIn.person().flatMap(person -> members.findByPerson(project.id, person)))
                .filter(member -> member.role == MemberRole.ANNOTATOR).map(this::admitted)
                .map(member -> new Annotator(project, member)));
    }

    /** A ban holds in every browser of the person. */
    private Member admitted(Member member) {
        storedVoters.findByIdOptional(member.voterId).ifPresent(Voter::requireAdmitted);
        return member;
    }

    private Admission admission(Annotator annotator) {
        Long invitation = annotator.member.invitationId;
        return invitation == null ? Admission.ADMITTED
                : Admission.of(invitations.findById(invitation), voters.areSignedIn(), signedIn);
    }

    /** The same for every project, whether it exists or not. */
    private RuntimeException unrecognised() {
        return mayBeKnownAfterSigningIn() ? Admission.MUST_SIGN_IN.refusal().orElseThrow()
                : ProjectProblems.unknown();
    }

    private boolean mayBeKnownAfterSigningIn() {
        return signedIn.person().isEmpty() && (voters.areSignedIn() || signedIn.needsRenewal());
    }
}
