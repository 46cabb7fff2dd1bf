package org.dohyo.start;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.dohyo.support.StartFailure;
import org.dohyo.support.embedded.DataConfig;
import org.dohyo.web.proxy.PublicUrl;
import org.dohyo.web.proxy.TrustedProxies;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The few settings that are needed before Quarkus starts, read from the same places as Quarkus reads them. */
public record StartSettings(String host, int port, Path dataDirectory, Optional<String> adminPassword,
        Optional<String> databaseUrl, Optional<String> databaseUser, Optional<String> databasePassword, boolean debug,
        StartLines lines) {

    private static final String FILE = "application.properties";
    private static final int LARGEST_PORT = 65_535;
    private static final int INSIDE_ORDINAL = 250;
    private static final int BESIDE_ORDINAL = 260;

    /** @throws StartFailure if a setting is no value of its kind */
    public static StartSettings read() {
        SmallRyeConfig config = config();
        check(config, "dohyo.proxy.trusted", ranges -> TrustedProxies.of(List.of(ranges.split(","))),
                "addresses or ranges such as 10.0.0.0/8, separated by commas");
        check(config, "dohyo.public.url", PublicUrl::of,
                "an address such as https://arena.example or https://example.org/arena, with a path that is none of the"
                        + " arena's own");
        check(config, TracesSetting.ENDPOINT, StartSettings::address,
                "the address of a collector such as http://collector:4318");
        check(config, "dohyo.logs.json", StartSettings::flag, "true or false");
        check(config, "dohyo.oidc.issuer", StartSettings::address,
                "the address of an OpenID Connect provider, such as https://sso.example/realms/company");
        checkSignOn(config);
        return new StartSettings(config.getValue("quarkus.http.host", String.class),
                port(config.getValue("quarkus.http.port", String.class)),
                config.getConfigMapping(DataConfig.class).dir(),
                config.getOptionalValue("dohyo.admin.password", String.class),
                config.getOptionalValue("quarkus.datasource.jdbc.url", String.class),
                config.getOptionalValue("quarkus.datasource.username", String.class),
                config.getOptionalValue("quarkus.datasource.password", String.class),
                config.getOptionalValue("quarkus.log.level", String.class)
                        .filter(level -> level.equals("DEBUG") || level.equals("TRACE") || level.equals("ALL"))
                        .isPresent(),
                StartLines.of(config.getOptionalValue("dohyo.logs.json", Boolean.class).orElse(false)));
    }

    private static void checkSignOn(SmallRyeConfig config) {
        boolean provider = isSet(config, "dohyo.oidc.issuer");
        for (String needed : List.of("dohyo.oidc.client-id", "dohyo.oidc.client-secret")) {
            if (provider && !isSet(config, needed)) {
                throw new StartFailure(variable(needed) + " must be set, since DOHYO_OIDC_ISSUER is.");
            }
        }
        if (!provider && !config.getOptionalValue("dohyo.session.local", Boolean.class).orElse(true)) {
            throw new StartFailure("DOHYO_SESSION_LOCAL=false leaves no way to sign in: set DOHYO_OIDC_ISSUER.");
        }
    }

    private static boolean isSet(SmallRyeConfig config, String setting) {
        return config.getOptionalValue(setting, String.class).isPresent();
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_");
    }

    private static void check(SmallRyeConfig config, String setting, Consumer<String> reader, String form) {
        config.getOptionalValue(setting, String.class).ifPresent(value -> {
            try {
                reader.accept(value);
            } catch (IllegalArgumentException e) {
                throw new StartFailure("%s must be %s, not \"%s\".".formatted(variable(setting), form, value), e);
            }
        });
    }

    private static void address(String value) {
        URI address = URI.create(value);
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException(value);
        }
    }

    private static void flag(String value) {
        if (!value.strip().matches("(?i)true|false")) {
            throw new IllegalArgumentException(value);
        }
    }

    static int port(String value) {
        if (!value.strip().matches("\\d{1,5}") || Integer.parseInt(value.strip()) > LARGEST_PORT) {
            throw new StartFailure("QUARKUS_HTTP_PORT must be a number from 0 to 65535, not \"" + value + "\".");
        }
        return Integer.parseInt(value.strip());
    }

    /** Not the global one: Quarkus makes that at its start and must be able to see what is prepared for it here. */
    private static SmallRyeConfig config() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withInterceptors(new RenamedSettings())
                .withMapping(DataConfig.class).addDefaultSources()
                .withProfile(Optional.ofNullable(System.getProperty("quarkus.profile"))
                        .or(() -> Optional.ofNullable(System.getenv("QUARKUS_PROFILE"))).orElse("prod"));
        try {
            URL inside = StartSettings.class.getClassLoader().getResource(FILE);
            builder.withSources(new PropertiesConfigSource(inside, INSIDE_ORDINAL));
            Path beside = Path.of("config", FILE);
            if (Files.exists(beside)) {
                builder.withSources(new PropertiesConfigSource(beside.toUri().toURL(), BESIDE_ORDINAL));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the settings can't be read", e);
        }
        return builder.build();
    }
}
