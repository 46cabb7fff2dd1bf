package org.dohyo.benchmark.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Which metric HELM itself shows for a run; the order in its files is no help. */
final class HelmMainMetrics {

    private static final Properties OF_GROUPS = load();

    private HelmMainMetrics() {
    }

    private static Properties load() {
        Properties groups = new Properties();
        try (InputStream file = HelmMainMetrics.class.getResourceAsStream("/benchmark/helm-main-metrics.properties");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            groups.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the main metrics of HELM can't be read", e);
        }
        return groups;
    }

    /**
     * The main metric of a run.
     *
     * @param groups those of the run, and its scenario's name
     * @param measured the run's own metrics, in the order of its file, at least one
     * @return that of its groups; else its first, which is one of the test split if there is any
     */
    static String of(Collection<String> groups, List<String> measured) {
        return Stream.concat(
                groups.stream().flatMap(group -> Stream.of(OF_GROUPS.getProperty(group, "").split(" "))),
                measured.stream().filter(metric -> !metric.matches(".*@(train|valid)")))
                .filter(measured::contains).findFirst().orElse(measured.get(0));
    }
}
