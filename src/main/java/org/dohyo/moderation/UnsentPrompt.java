package org.dohyo.moderation;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Refusal;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A prompt that no model sees, and why. */
final class UnsentPrompt extends Refusal {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final transient Function<PromptMessages, HttpProblem> told;

    private UnsentPrompt(Function<PromptMessages, HttpProblem> told) {
        this.told = told;
    }

    @Override
    protected HttpProblem in(String locale) {
        return told.apply(Concern.words(locale));
    }

    /** Moderation flagged it: 422, with what for. */
    static UnsentPrompt flagged(Set<Concern> concerns) {
        return new UnsentPrompt(words -> Problem.of(new UnprocessableContent(), "prompt-refused",
                words.refused(Concern.told(concerns, words)) + (concerns.contains(Concern.SELF_HARM) ? words.help() : ""),
                "categories", concerns));
    }

    /** Moderation gave no verdict, and is wanted: 503. */
    static UnsentPrompt unchecked() {
        return new UnsentPrompt(
                words -> Problem.later(Status.SERVICE_UNAVAILABLE, "prompt-unchecked", words.unchecked(), SOON));
    }

    /** More prompts than one voter may have checked: 429. */
    static UnsentPrompt tooMany(Duration wait) {
        return new UnsentPrompt(words -> Problem.later(Status.TOO_MANY_REQUESTS, "too-many-prompts", words.tooMany(), wait));
    }
}
