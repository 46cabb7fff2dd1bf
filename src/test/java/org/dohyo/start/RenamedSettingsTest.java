package org.dohyo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.dohyo.support.embedded.DataConfig;
import org.junit.jupiter.api.Test;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class RenamedSettingsTest {

    private static SmallRyeConfig config(Map<String, String> file, Map<String, String> environment) {
        return new SmallRyeConfigBuilder().withInterceptors(new RenamedSettings()).withMapping(DataConfig.class)
                .withSources(new PropertiesConfigSource(file, "file", 250), new EnvConfigSource(environment, 300))
                .build();
    }

    private static Path directory(Map<String, String> file, Map<String, String> environment) {
        return config(file, environment).getConfigMapping(DataConfig.class).dir();
    }

    @Test
    void formerName_stillWorks() {
        assertThat(directory(Map.of("dohyo.data-dir", "former"), Map.of())).isEqualTo(Path.of("former"));
    }

    @Test
    void presentName_winsOverTheFormer() {
        assertThat(directory(Map.of("dohyo.data-dir", "former", "dohyo.data.dir", "present"), Map.of()))
                .isEqualTo(Path.of("present"));
    }

    @Test
    void variable_isTheSameForBoth() {
        assertThat(directory(Map.of("dohyo.data-dir", "former"), Map.of("DOHYO_DATA_DIR", "variable")))
                .isEqualTo(Path.of("variable"));
    }

    @Test
    void neither_givesTheDefault() {
        assertThat(directory(Map.of(), Map.of())).isEqualTo(Path.of("data"));
    }

    @Test
    void formerName_isWarnedOf_aVariableIsNot() {
        assertThat(warnings(config(Map.of("dohyo.data-dir", "former"), Map.of("DOHYO_SECRET_KEY", "k"))))
                .singleElement().asString().contains("dohyo.data-dir is now called dohyo.data.dir");
    }

    private static List<String> warnings(SmallRyeConfig config) {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {

            @Override
            public void publish(LogRecord event) {
                warnings.add(event.getMessage().formatted(event.getParameters()));
            }

            @Override
            public void flush() {
                // Nothing is buffered.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger logger = Logger.getLogger(RenamedSettingsWarning.class.getName());
        logger.addHandler(handler);
        try {
            new RenamedSettingsWarning().warn(null, config);
        } finally {
            logger.removeHandler(handler);
        }
        return warnings;
    }
}
