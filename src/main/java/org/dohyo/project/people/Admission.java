package org.dohyo.project.people;

import java.util.Optional;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.AccessRules;
import org.dohyo.account.SignedIn;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;

/** How a reader stands to an invitation, which may be for signed-in people or for those of a group alone. */
public enum Admission {
    ADMITTED {
        @Override
        Optional<Refusal> refusal() {
            return Optional.empty();
        }
    },
    MUST_SIGN_IN {
        @Override
        Optional<Refusal> refusal() {
            return Optional.of(Refusal.by(ProblemMessages.class,
                    words -> Problem.of(Status.UNAUTHORIZED, "sign-in-required", words.signInRequired(), "renewAt",
                            AccessRules.SIGN_ON)));
        }
    },
    NOT_IN_GROUP {
        @Override
        Optional<Refusal> refusal() {
            return Optional.of(ProjectRefusal.of(Status.FORBIDDEN, "not-in-group", ProblemMessages::notInGroup));
        }
    };

    /** @param signIn true if this arena's voters are recognised by their account alone */
    static Admission of(Invitation invitation, boolean signIn, SignedIn reader) {
        if ((invitation.signIn || signIn) && reader.person().isEmpty()) {
            return MUST_SIGN_IN;
        }
        return invitation.groupName == null || reader.isIn(invitation.groupName) ? ADMITTED : NOT_IN_GROUP;
    }

    /** @throws RuntimeException 401 for a reader who has to sign in, 403 for one who is not in the group */
    void require() {
        refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Why the reader can't come in; empty for one who can. */
    abstract Optional<Refusal> refusal();
}
