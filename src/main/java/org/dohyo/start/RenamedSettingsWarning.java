package org.dohyo.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;

/** Warns at the start of each setting that is still given under its former name. */
@ApplicationScoped
class RenamedSettingsWarning {

    private static final Logger LOG = Logger.getLogger(RenamedSettingsWarning.class);

    void warn(@Observes StartupEvent event, SmallRyeConfig config) {
        RenamedSettings.FORMER.forEach((name, former) -> {
            String source = config.getConfigValue(former).getConfigSourceName();
            // The environment has one spelling for both names.
            if (source != null && !source.startsWith(EnvConfigSource.NAME)) {
                LOG.warnf("The setting %s is now called %s; please rename it (%s).", former, name, source);
            }
        });
    }
}
