package org.dohyo.support;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address at which this machine's browser reaches the arena: the same in every line that the start prints. */
@ApplicationScoped
public class ArenaAddress {

    private final String host;
    private final int port;

    public ArenaAddress(@ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.host = host;
        this.port = port;
    }

    /** True if the arena listens for calls from this machine alone. */
    public boolean isLoopback() {
        return host.matches("localhost|127\\..*|::1|\\[::1\\]");
    }

    /** @param path begins with a slash */
    public String url(String path) {
        String shown = host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
        return "http://" + shown + ":" + port + path;
    }
}
