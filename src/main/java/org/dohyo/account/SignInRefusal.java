package org.dohyo.account;

import java.time.Duration;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;

/** A sign-in that failed. */
final class SignInRefusal {

    private SignInRefusal() {
    }

    static Refusal wrong() {
        return Refusal.of(AccountMessages.class, Status.UNAUTHORIZED, "wrong-credentials",
                AccountMessages::wrongCredentials);
    }

    static Refusal slowed(Duration wait) {
        return Refusal.by(AccountMessages.class, words -> Problem.later(Status.TOO_MANY_REQUESTS, "too-many-guesses",
                words.tooManyGuesses(Math.max(1, wait.plusMillis(999).toSeconds())), wait));
    }
}
