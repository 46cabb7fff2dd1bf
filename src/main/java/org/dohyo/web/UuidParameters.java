package org.dohyo.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.dohyo.support.Problem;

/** Reads path parameters of type {@link UUID}; any other value gets the problem that {@link Unknown} names. */
@Provider
public class UuidParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type != UUID.class || annotations == null) {
            return null;
        }
        return (ParamConverter<T>) Stream.of(annotations).filter(Unknown.class::isInstance).map(Unknown.class::cast)
                .findFirst().map(Converter::new).orElse(null);
    }

    private record Converter(Unknown unknown) implements ParamConverter<UUID> {

        @Override
        public UUID fromString(String value) {
            try {
                return UUID.fromString(value);
            } catch (IllegalArgumentException e) {
                throw new NotFoundException(Problem.of(Status.NOT_FOUND, unknown.code(), unknown.detail()).toResponse(),
                        e);
            }
        }

        @Override
        public String toString(UUID value) {
            return value.toString();
        }
    }
}
