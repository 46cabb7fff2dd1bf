package org.dohyo.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestQuery;

/** Reads query parameters that are numbers or true and false; what is none is refused by the parameter's name. */
@Provider
public class PlainParameters implements ParamConverterProvider {

    private static final Form INT = new Form(RequestMessages::wholeNumber, Integer::valueOf);
    private static final Form LONG = new Form(RequestMessages::wholeNumber, Long::valueOf);
    private static final Form FLAG = new Form(RequestMessages::flag, PlainParameters::flag);
    private static final Map<Class<?>, Form> FORMS = Map.of(int.class, INT, Integer.class, INT, long.class, LONG,
            Long.class, LONG, boolean.class, FLAG, Boolean.class, FLAG);

    /** @param read throws IllegalArgumentException for what is no such value */
    private record Form(Function<RequestMessages, String> rule, Function<String, Object> read) {
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Form form = FORMS.get(type);
        if (form == null || annotations == null) {
            return null;
        }
        return Stream.of(annotations).flatMap(annotation -> name(annotation).stream()).findFirst()
                .map(name -> (ParamConverter<T>) new Converter(name, form)).orElse(null);
    }

    private static Optional<String> name(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return Optional.of(query.value());
        }
        return annotation instanceof RestQuery query && !query.value().isEmpty() ? Optional.of(query.value())
                : Optional.empty();
    }

    private static Object flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(value);
        }
        return Boolean.valueOf(value);
    }

    private record Converter(String name, Form form) implements ParamConverter<Object> {

        @Override
        public Object fromString(String value) {
            if (value == null) {
                return null;
            }
            try {
                return form.read().apply(value);
            } catch (IllegalArgumentException e) {
                throw new WebApplicationException(Refusal.parameter(name, form.rule()), Status.BAD_REQUEST);
            }
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }
}
