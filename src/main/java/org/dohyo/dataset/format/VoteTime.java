package org.dohyo.dataset.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.JsonNode;

/** Times as records have them. */
final class VoteTime {

    // What lies beyond is a mistaken unit.
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    /** By their zones, and a little. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private VoteTime() {
    }

    /** @throws InvalidRecord if it is no number of seconds from 1970 to the day after the import */
    static Instant ofSeconds(String field, JsonNode value, Instant now) throws InvalidRecord {
        double seconds = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(seconds >= 0 && seconds <= LAST.getEpochSecond())) {
            throw new InvalidRecord(field, words -> words.notSeconds(field));
        }
        return past(field, Instant.ofEpochMilli(Math.round(seconds * 1000)), now);
    }

    /** Seconds since 1970, or a time in ISO 8601, in UTC unless it has an offset. */
    static Instant of(String field, JsonNode value, Instant now) throws InvalidRecord {
        return value.isTextual() ? past(field, parsed(field, value.textValue().strip()), now)
                : ofSeconds(field, value, now);
    }

    private static Instant past(String field, Instant time, Instant now) throws InvalidRecord {
        if (time.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new InvalidRecord(field, words -> words.future(field));
        }
        return time;
    }

    private static Instant parsed(String field, String text) throws InvalidRecord {
        String iso = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        try {
            Instant time = iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
                throw new InvalidRecord(field, words -> words.before1970(field));
            }
            return time;
        } catch (DateTimeException e) {
            throw new InvalidRecord(field, words -> words.noTime(field));
        }
    }
}
