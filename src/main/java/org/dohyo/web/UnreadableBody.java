package org.dohyo.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Answers a JSON body that can't be read with 400, the field and the reason in words of the interface. */
public class UnreadableBody {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.{1,100}).*", Pattern.DOTALL);
    private static final int MOST_FIELD = 200;
    private static final ObjectMapper LABELS = new ObjectMapper();

    private final Languages languages;

    UnreadableBody(Languages languages) {
        this.languages = languages;
    }

    @ServerExceptionMapper(value = { JsonProcessingException.class, JsonMappingException.class,
            MismatchedInputException.class, InvalidFormatException.class, InvalidDefinitionException.class,
            PropertyBindingException.class, UnrecognizedPropertyException.class,
            ValueInstantiationException.class }, priority = UnservedCalls.FIRST)
    public Response refuse(JsonProcessingException unreadable, HttpHeaders headers) {
        return refusal(unreadable, Texts.of(RequestMessages.class, languages.of(headers))).toResponse();
    }

    static HttpProblem refusal(JsonProcessingException unreadable, RequestMessages words) {
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(unreadable.getOriginalMessage()));
        if (duplicate.matches()) {
            String name = duplicate.group(1);
            return refused(name.endsWith("'") ? name.substring(0, name.length() - 1) : name, words.twice());
        }
        if (!(unreadable instanceof JsonMappingException mismatch)) {
            return refused("body", syntax(unreadable, words));
        }
        if (mismatch.getCause() instanceof InputCoercionException) {
            return refused(field(mismatch), words.largeNumber());
        }
        return mismatch.getCause() instanceof JsonProcessingException cause ? refused("body", syntax(cause, words))
                : refused(field(mismatch), reason(mismatch, words));
    }

    private static HttpProblem refused(String field, String reason) {
        return Problem.field(Status.BAD_REQUEST, field, "body", reason);
    }

    private static String syntax(JsonProcessingException unreadable, RequestMessages words) {
        if (unreadable instanceof StreamConstraintsException) {
            return words.nested();
        }
        JsonLocation place = unreadable.getLocation();
        return place == null ? words.json() : words.jsonAt(place.getLineNr(), place.getColumnNr());
    }

    /** The path of the field, such as {@code reasonsA[0]}; {@code body} for the whole. */
    private static String field(JsonMappingException mismatch) {
        String path = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        String field = path.startsWith(".") ? path.substring(1) : path;
        return field.isEmpty() ? "body" : field.substring(0, Math.min(MOST_FIELD, field.length()));
    }

    private static String reason(JsonMappingException mismatch, RequestMessages words) {
        if (String.valueOf(mismatch.getOriginalMessage()).startsWith("Trailing token")) {
            return words.singleValue();
        }
        if (mismatch instanceof PropertyBindingException) {
            return words.unknown();
        }
        if (mismatch instanceof InvalidNullException) {
            return words.noNulls();
        }
        if (mismatch instanceof InvalidFormatException format && format.getValue() instanceof String text
                && text.indexOf('\0') >= 0) {
            return words.nul();
        }
        return target(mismatch).map(type -> expectation(type, words)).orElseGet(words::unreadable);
    }

    private static Optional<Class<?>> target(JsonMappingException mismatch) {
        if (mismatch instanceof ValueInstantiationException value && value.getType() != null) {
            return Optional.of(value.getType().getRawClass());
        }
        return mismatch instanceof MismatchedInputException input ? Optional.ofNullable(input.getTargetType())
                : Optional.empty();
    }

    private static String expectation(Class<?> type, RequestMessages words) {
        if (type.isEnum()) {
            return Texts.oneOf(words, Arrays.stream(type.getEnumConstants())
                    .map(constant -> LABELS.valueToTree(constant).asText()).toList());
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return words.text();
        }
        if (type == Boolean.class || type == boolean.class) {
            return words.flag();
        }
        if (List.of(Integer.class, int.class, Long.class, long.class).contains(type)) {
            return words.wholeNumber();
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return words.number();
        }
        if (type == UUID.class) {
            return words.uuid();
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? words.list() : words.object();
    }
}
