package org.dohyo.support;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;

import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Passes arrays to PostgreSQL's driver as they are. The driver sends these kinds in binary; the arrays of objects that
 * Jdbi makes of them, it writes as text, which the database has to parse.
 */
final class BinaryArrays implements ArgumentFactory {

    private static final Set<Class<?>> KINDS = Set.of(int[].class, long[].class, double[].class, Integer[].class,
            Long[].class, Double[].class, String[].class);

    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
        return value != null && KINDS.contains(value.getClass())
                ? Optional.of((position, statement, context) -> statement.setObject(position, value))
                : Optional.empty();
    }
}
