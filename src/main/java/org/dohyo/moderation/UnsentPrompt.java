package org.dohyo.moderation;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Refusal;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The refusal of a prompt, which no model sees. */
final class UnsentPrompt extends Refusal {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final transient Function<PromptMessages, HttpProblem> problem;

    private UnsentPrompt(Function<PromptMessages, HttpProblem> problem) {
        this.problem = problem;
    }

    @Override
    protected HttpProblem in(String locale) {
        return problem.apply(FlagCategory.messages(locale));
    }

    /** 422: moderation flagged the prompt for these categories. */
    static UnsentPrompt flagged(Set<FlagCategory> categories) {
        return new UnsentPrompt(messages -> Problem.of(new UnprocessableContent(), "prompt-refused",
                messages.refused(FlagCategory.list(categories, messages))
                        + (categories.contains(FlagCategory.SELF_HARM) ? messages.help() : ""),
                "categories", categories));
    }

    /** 503: moderation gave no verdict, and unchecked prompts are refused. */
    static UnsentPrompt unchecked() {
        return new UnsentPrompt(
                messages -> Problem.later(Status.SERVICE_UNAVAILABLE, "prompt-unchecked", messages.unchecked(), SOON));
    }

    /** 429: the voter sent more prompts in a minute than are checked. */
    static UnsentPrompt tooMany(Duration wait) {
        return new UnsentPrompt(
                messages -> Problem.later(Status.TOO_MANY_REQUESTS, "too-many-prompts", messages.tooMany(), wait));
    }
}
