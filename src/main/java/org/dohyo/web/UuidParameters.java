package org.dohyo.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

/**
 * Reads parameters of type {@link UUID}. What is no UUID is read as {@link #NOBODYS}, so that the resource refuses it
 * as it refuses every id that nothing has.
 */
@Provider
public class UuidParameters implements ParamConverterProvider {

    /** The id that nothing has. */
    private static final UUID NOBODYS = new UUID(0, 0);

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type == UUID.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<UUID> {

        @Override
        public UUID fromString(String value) {
            try {
                return UUID.fromString(value);
            } catch (IllegalArgumentException e) {
                return NOBODYS;
            }
        }

        @Override
        public String toString(UUID value) {
            return value.toString();
        }
    }
}
