package org.dohyo.start;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/** Switches OpenTelemetry on where {@code dohyo.traces.endpoint} is set; application.properties has it switched off. */
public class TracesSetting implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    static final String ENDPOINT = "dohyo.traces.endpoint";
    private static final String DISABLED = "quarkus.otel.sdk.disabled";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        if (value != null && name.equals(DISABLED)) {
            ConfigValue endpoint = context.proceed(ENDPOINT);
            boolean set = endpoint != null && endpoint.getValue() != null && !endpoint.getValue().isBlank();
            return set ? value.withValue("false") : value;
        }
        return value;
    }
}
