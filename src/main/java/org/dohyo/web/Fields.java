package org.dohyo.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the members of a request's JSON object; an invalid one is refused by name. */
public final class Fields {

    private static final int MAX_TEXT = 100_000;
    private static final int MAX_NAME = 200;
    private static final int MAX_WEIGHT = 1000;

    private final Map<String, Object> members;

    public Fields(Map<String, Object> members, Set<String> known) {
        if (members == null) {
            throw Refusal.field("body", RequestMessages::required);
        }
        this.members = members;
        members.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.field(name, RequestMessages::unknown);
        });
    }

    public boolean has(String field) {
        return members.containsKey(field);
    }

    public void ifGiven(String field, Consumer<String> then) {
        if (has(field)) {
            then.accept(field);
        }
    }

    /** True if the field is null or an empty text, which removes the value. */
    public boolean blank(String field) {
        return members.get(field) == null || members.get(field) instanceof String text && text.isBlank();
    }

    /** A text that may be empty or null. */
    public String text(String field) {
        Object value = members.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw Refusal.field(field, RequestMessages::text);
        }
        if (text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.field(field, RequestMessages::longText);
        }
        return text;
    }

    public String required(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            throw Refusal.field(field, RequestMessages::required);
        }
        return text.strip();
    }

    public boolean flag(String field) {
        if (members.get(field) instanceof Boolean flag) {
            return flag;
        }
        throw Refusal.field(field, RequestMessages::flag);
    }

    /** A whole number from 1 on. */
    public long count(String field, long most) {
        if (members.get(field) instanceof Number number && number.doubleValue() == number.longValue()
                && number.longValue() >= 1 && number.longValue() <= most) {
            return number.longValue();
        }
        throw Refusal.field(field, words -> words.between(1, most));
    }

    /** A time, cut to the microseconds that the database keeps. */
    public Instant instant(String field) {
        try {
            return OffsetDateTime.parse(required(field)).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Refusal.field(field, RequestMessages::timeWithOffset);
        }
    }

    /** An amount from 0 on, with at most so many decimals. */
    public BigDecimal amount(String field, BigDecimal most, int decimals) {
        if (members.get(field) instanceof Number number) {
            BigDecimal amount = new BigDecimal(number.toString()).stripTrailingZeros();
            if (amount.signum() >= 0 && amount.compareTo(most) <= 0 && amount.scale() <= decimals) {
                return amount;
            }
        }
        throw Refusal.field(field, words -> words.amount(most.toString(), decimals));
    }

    /** A date, such as 2027-01-31. */
    public LocalDate date(String field, LocalDate earliest, LocalDate latest) {
        try {
            LocalDate date = LocalDate.parse(required(field));
            if (!date.isBefore(earliest) && !date.isAfter(latest)) {
                return date;
            }
        } catch (DateTimeException e) {
            // Refused below, as a date out of range is.
        }
        throw Refusal.field(field, words -> words.date(earliest.toString(), latest.toString()));
    }

    /** Different texts, none of them blank; null for none. */
    public String[] texts(String field, int most) {
        Object value = members.get(field) == null ? List.of() : members.get(field);
        if (!(value instanceof List<?> list) || list.size() > most
                || !list.stream().allMatch(item -> item instanceof String text && !text.isBlank()
                        && text.length() <= MAX_NAME && text.indexOf('\0') < 0)) {
            throw Refusal.field(field, words -> words.texts(most, MAX_NAME));
        }
        return list.stream().map(item -> item.toString().strip()).distinct().toArray(String[]::new);
    }

    public double weight(String field) {
        if (members.get(field) instanceof Number number && number.doubleValue() >= 0
                && number.doubleValue() <= MAX_WEIGHT) {
            return number.doubleValue();
        }
        throw Refusal.field(field, words -> words.numberTo(MAX_WEIGHT));
    }

    public Map<String, Object> object(String field) {
        Object value = members.get(field);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw Refusal.field(field, RequestMessages::object);
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> {
            if (member == null || name.toString().indexOf('\0') >= 0 || member.toString().indexOf('\0') >= 0) {
                throw Refusal.field(field, RequestMessages::noNullsOrNul);
            }
            copy.put(name.toString(), member);
        });
        return copy;
    }
}
