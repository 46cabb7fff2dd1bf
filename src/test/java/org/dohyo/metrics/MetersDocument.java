package org.dohyo.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The meters that docs/operations/metrics.md lists, each with its labels. */
final class MetersDocument {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`[a-z_]+`(?:, )?)+) \\|([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    private MetersDocument() {
    }

    static Map<String, Set<String>> labelsByMeter() {
        Map<String, Set<String>> meters = new TreeMap<>();
        ROW.matcher(text()).results().forEach(row -> names(row.group(1))
                .forEach(name -> meters.put(name, names(row.group(2)).collect(Collectors.toCollection(TreeSet::new)))));
        return meters;
    }

    private static Stream<String> names(String cell) {
        return NAME.matcher(cell).results().map((MatchResult name) -> name.group(1));
    }

    private static String text() {
        try {
            return Files.readString(Path.of("docs/operations/metrics.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
