package org.dohyo.benchmark.runner;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.dohyo.support.FileMessages;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Thrown for a file of questions that can't be loaded: 422 with the place and the reason. */
public final class QuestionFileException extends Refusal {

    private final transient Function<QuestionFileMessages, String> place;
    private final transient BiFunction<QuestionFileMessages, FileMessages, String> reason;

    /**
     * @param place the place in the file
     * @param reason the error, to follow the place in a sentence
     */
    public QuestionFileException(Function<QuestionFileMessages, String> place,
            Function<QuestionFileMessages, String> reason) {
        this(place, (words, file) -> reason.apply(words));
    }

    QuestionFileException(Function<QuestionFileMessages, String> place,
            BiFunction<QuestionFileMessages, FileMessages, String> reason) {
        this.place = place;
        this.reason = reason;
    }

    /** An error in a file: its place and reason. */
    public record Wrong(String place, String reason) {
    }

    public Wrong in(QuestionFileMessages words, FileMessages file) {
        return new Wrong(place.apply(words), reason.apply(words, file));
    }

    @Override
    protected HttpProblem in(String locale) {
        QuestionFileMessages words = Texts.of(QuestionFileMessages.class, locale);
        Wrong wrong = in(words, Texts.of(FileMessages.class, locale));
        return Problem.of(new UnprocessableContent(), "invalid-questions",
                words.nothingStored(wrong.place(), wrong.reason()), "errors", List.of(wrong));
    }
}
