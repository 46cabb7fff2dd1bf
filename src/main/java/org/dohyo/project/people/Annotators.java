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
     * As {@link #signedIn}.
     *
     * @throws RuntimeException also 401, for a caller who has to sign in
     */
    @Transactional
    public Annotator of(String slug, HttpHeaders headers) {
        return signedIn(slug, headers).orElseThrow(() -> Admission.MUST_SIGN_IN.refusal().orElseThrow());
    }

    /**
     * The caller as an annotator of the project; empty for one who has to sign in before that shows.
     *
     * @throws RuntimeException 404 unless the caller is an annotator of the project; 403 for one who came by an
     *         invitation of a group and isn't in it now
     */
    @Transactional
    public Optional<Annotator> signedIn(String slug, HttpHeaders headers) {
        Optional<Annotator> annotator = find(slug, headers);
        Admission admission = annotator.map(this::admission).orElseGet(this::unrecognised);
        if (admission == Admission.MUST_SIGN_IN) {
            return Optional.empty();
        }
        admission.require();
        return annotator;
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
    private Admission unrecognised() {
        if (signedIn.person().isEmpty() && (voters.areSignedIn() || signedIn.needsRenewal())) {
            return Admission.MUST_SIGN_IN;
        }
        throw ProjectProblems.unknown();
    }
}
