package org.dohyo.account;

import java.time.Duration;
import java.util.function.Function;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A sign-in that failed. */
final class SignInRefusal extends Refusal {

    private final transient Function<AccountMessages, HttpProblem> problem;

    private SignInRefusal(Function<AccountMessages, HttpProblem> problem) {
        this.problem = problem;
    }

    @Override
    protected HttpProblem in(String locale) {
        return problem.apply(Texts.of(AccountMessages.class, locale));
    }

    static SignInRefusal wrong() {
        return new SignInRefusal(
                words -> Problem.of(Status.UNAUTHORIZED, "wrong-credentials", words.wrongCredentials()));
    }

    static SignInRefusal slowed(Duration wait) {
        return new SignInRefusal(words -> slowed(words, wait));
    }

    private static HttpProblem slowed(AccountMessages words, Duration wait) {
        return Problem.later(Status.TOO_MANY_REQUESTS, "too-many-guesses",
                words.tooManyGuesses(Math.max(1, wait.plusMillis(999).toSeconds())), wait);
    }
}
