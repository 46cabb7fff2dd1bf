package org.dohyo.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    static final String NUL = "must not contain the character U+0000";

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.{1,100}).*", Pattern.DOTALL);
    private static final int MOST_FIELD = 200;
    private static final ObjectMapper LABELS = new ObjectMapper();

    @ServerExceptionMapper(value = { JsonProcessingException.class, JsonMappingException.class,
            MismatchedInputException.class, InvalidFormatException.class, InvalidDefinitionException.class,
            PropertyBindingException.class, UnrecognizedPropertyException.class,
            ValueInstantiationException.class }, priority = UnservedCalls.FIRST)
    public Response refuse(JsonProcessingException unreadable) {
        return refusal(unreadable).toResponse();
    }

    static HttpProblem refusal(JsonProcessingException unreadable) {
        Matcher duplicate = DUPLICATE.matcher(String.valueOf(unreadable.getOriginalMessage()));
        if (duplicate.matches()) {
            String name = duplicate.group(1);
            return refused(name.endsWith("'") ? name.substring(0, name.length() - 1) : name, "is given twice");
        }
        if (!(unreadable instanceof JsonMappingException mismatch)) {
            return refused("body", syntax(unreadable));
        }
        if (mismatch.getCause() instanceof InputCoercionException) {
            return refused(field(mismatch), "is too large a number");
        }
        return mismatch.getCause() instanceof JsonProcessingException cause ? refused("body", syntax(cause))
                : refused(field(mismatch), reason(mismatch));
    }

    private static HttpProblem refused(String field, String reason) {
        return Problem.field(Status.BAD_REQUEST, field, "body", reason);
    }

    private static String syntax(JsonProcessingException unreadable) {
        if (unreadable instanceof StreamConstraintsException) {
            return "is nested too deeply, or has a name or number that is too long";
        }
        JsonLocation place = unreadable.getLocation();
        return place == null ? "must be JSON"
                : "must be JSON: see line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    /** The path of the field, such as {@code reasonsA[0]}; {@code body} for the whole. */
    private static String field(JsonMappingException mismatch) {
        String path = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        String field = path.startsWith(".") ? path.substring(1) : path;
        return field.isEmpty() ? "body" : field.substring(0, Math.min(MOST_FIELD, field.length()));
    }

    private static String reason(JsonMappingException mismatch) {
        if (String.valueOf(mismatch.getOriginalMessage()).startsWith("Trailing token")) {
            return "must be a single JSON value";
        }
        if (mismatch instanceof PropertyBindingException) {
            return "is not known";
        }
        if (mismatch instanceof InvalidNullException) {
            return "must not contain null";
        }
        if (mismatch instanceof InvalidFormatException format && format.getValue() instanceof String text
                && text.indexOf('\0') >= 0) {
            return NUL;
        }
        return target(mismatch).map(UnreadableBody::expectation).orElse("can't be read");
    }

    private static Optional<Class<?>> target(JsonMappingException mismatch) {
        if (mismatch instanceof ValueInstantiationException value && value.getType() != null) {
            return Optional.of(value.getType().getRawClass());
        }
        return mismatch instanceof MismatchedInputException input ? Optional.ofNullable(input.getTargetType())
                : Optional.empty();
    }

    private static String expectation(Class<?> type) {
        if (type.isEnum()) {
            return "must be " + constants(type);
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (List.of(Integer.class, int.class, Long.class, long.class).contains(type)) {
            return "must be a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "must be a list" : "must be an object";
    }

    private static String constants(Class<?> type) {
        List<String> labels = Arrays.stream(type.getEnumConstants())
                .map(constant -> LABELS.valueToTree(constant).asText()).toList();
        int last = labels.size() - 1;
        return last < 1 ? String.join("", labels)
                : String.join(", ", labels.subList(0, last)) + " or " + labels.get(last);
    }
}
