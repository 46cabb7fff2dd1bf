package org.dohyo.log.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The page's content.
 *
 * @param site the arena's address, for commands
 * @param signed the newest checkpoint; null before the first
 * @param held true while nothing is signed, because somebody has seen another log
 * @param witnesses what each has signed last
 * @param before the position before which the entries are, with groups of digits; null for the newest
 * @param older the position before which there are more; null if there are none
 */
public record LogView(String site, Signed signed, boolean held, List<Witnessed> witnesses, String before,
        List<LogLine> lines, Long older) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * A signed checkpoint.
     *
     * @param size with groups of digits
     * @param root in base64
     * @param key the verifier key (C2SP signed-note)
     */
    public record Signed(String size, String at, String root, String key) {
    }

    /** @param size with groups of digits */
    public record Witnessed(String name, String size, String at) {
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** @param second since 1970 */
    static String utc(long second) {
        return UTC.format(Instant.ofEpochSecond(second));
    }
}
