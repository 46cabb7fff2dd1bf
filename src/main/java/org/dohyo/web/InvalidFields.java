package org.dohyo.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers a body that breaks a rule of Bean Validation with 400 and every field that does, in the language that
 * {@link Languages} chooses: the validator itself knows the header Accept-Language alone.
 */
public class InvalidFields {

    private final Languages languages;
    private final MessageInterpolator messages;

    InvalidFields(Languages languages, ValidatorFactory validators) {
        this.languages = languages;
        this.messages = validators.getMessageInterpolator();
    }

    @ServerExceptionMapper(priority = UnservedCalls.FIRST)
    public Response refuse(ConstraintViolationException invalid, HttpHeaders headers) {
        Locale reader = Locale.forLanguageTag(languages.of(headers));
        return Problem.fields(Status.BAD_REQUEST, "body", invalid.getConstraintViolations().stream()
                .map(violation -> new Problem.Violation(field(violation), messages
                        .interpolate(violation.getMessageTemplate(), Broken.by(violation), reader)))
                .sorted(Comparator.comparing(Problem.Violation::field)).toList()).toResponse();
    }

    /** The path within the body: the first two steps of the whole path are the method and its parameter. */
    private static String field(ConstraintViolation<?> violation) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            steps.add(node.toString());
        }
        return steps.size() <= 2 ? "body" : String.join(".", steps.subList(2, steps.size()));
    }

    /** A broken rule, whose attributes are parameters of its message. */
    private record Broken(ConstraintDescriptor<?> getConstraintDescriptor,
            Object getValidatedValue) implements MessageInterpolator.Context {

        static Broken by(ConstraintViolation<?> violation) {
            return new Broken(violation.getConstraintDescriptor(), violation.getInvalidValue());
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new ValidationException("no " + type);
        }
    }
}
