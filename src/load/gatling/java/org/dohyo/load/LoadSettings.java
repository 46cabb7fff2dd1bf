package org.dohyo.load;

import java.time.Duration;

/**
 * The settings of a run, system properties named {@code load.…}.
 *
 * @param url the address of a running arena, or empty to start the packaged one
 * @param minutes how long voters and readers arrive
 * @param voters how many arrive per second
 * @param battles how many battles each voter judges, one after the other
 * @param readers how many readers arrive per second
 * @param watchers how many readers follow the leaderboard live all the time
 * @param jvm options of the packaged arena's JVM, separated by spaces
 */
record LoadSettings(String url, double minutes, double voters, int battles, double readers, int watchers, String jvm) {

    static LoadSettings ofSystemProperties() {
        return new LoadSettings(text("url", ""), number("minutes", 2), number("voters", 0.6),
                (int) number("battles", 5), number("readers", 2), (int) number("watchers", 50),
                text("jvm", "-Xmx512m"));
    }

    private static String text(String name, String otherwise) {
        return System.getProperty("load." + name, otherwise);
    }

    private static double number(String name, double otherwise) {
        String text = text(name, "");
        return text.isBlank() ? otherwise : Double.parseDouble(text);
    }

    Duration duration() {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }
}
