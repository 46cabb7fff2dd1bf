package org.dohyo.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Reads the members of a request's JSON object; a wrong one is refused by name. */
final class Fields {

    private static final int MAX_TEXT = 100_000;

    private final Map<String, Object> members;

    Fields(Map<String, Object> members, Set<String> known) {
        if (members == null) {
            throw wrong("body", "is required");
        }
        this.members = members;
        members.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw wrong(name, "is not known");
        });
    }

    static HttpProblem wrong(String field, String reason) {
        return Problem.field(Status.BAD_REQUEST, field, "body", reason);
    }

    boolean has(String field) {
        return members.containsKey(field);
    }

    /** A text that may be empty or null. */
    String text(String field) {
        Object value = members.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrong(field, "must be a text");
        }
        if (text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
            throw wrong(field, "is too long or contains the null character");
        }
        return text;
    }

    String required(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            throw wrong(field, "is required");
        }
        return text.strip();
    }

    boolean flag(String field) {
        if (members.get(field) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(field, "must be true or false");
    }

    double weight(String field) {
        if (members.get(field) instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1000) {
            return number.doubleValue();
        }
        throw wrong(field, "must be a number from 0 to 1000");
    }

    Map<String, Object> object(String field) {
        Object value = members.get(field);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(field, "must be an object");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> {
            if (member == null || name.toString().indexOf('\0') >= 0 || member.toString().indexOf('\0') >= 0) {
                throw wrong(field, "must not contain null or the null character");
            }
            copy.put(name.toString(), member);
        });
        return copy;
    }
}
