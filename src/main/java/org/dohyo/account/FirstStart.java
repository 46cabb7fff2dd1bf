package org.dohyo.account;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;

/** Lets the first admin in: by the password from the environment, else by a link on standard output. */
@ApplicationScoped
public class FirstStart {

    private final Accounts accounts;
    private final SetupLinks links;
    private final Optional<String> password;
    private final String host;
    private final int port;

    FirstStart(Accounts accounts, SetupLinks links,
            AdminConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.accounts = accounts;
        this.links = links;
        this.password = config.password();
        this.host = host;
        this.port = port;
    }

    void atStart(@Observes StartupEvent event) {
        if (accounts.adminExists()) {
            return;
        }
        if (password.isPresent()) {
            accounts.create(Role.Name.ADMIN, password.get(), Role.ADMIN);
        } else {
            // Not through the logger: logs are shipped and kept, and this is a key.
            System.out.printf("Set the admin's password here (one hour, once): http://%s:%d/setup?token=%s%n",
                    host.equals("0.0.0.0") ? "localhost" : host, port, links.renew());
        }
    }
}
