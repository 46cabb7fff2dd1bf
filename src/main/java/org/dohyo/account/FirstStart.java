package org.dohyo.account;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.support.ArenaAddress;
import org.dohyo.support.StartNotice;

import io.quarkus.runtime.StartupEvent;

/** Creates the admin's account at the first start, or offers a one-time link for setting its password. */
@ApplicationScoped
class FirstStart implements StartNotice {

    private final Accounts accounts;
    private final SetupLinks links;
    private final AdminConfig config;
    private final ArenaAddress address;
    private final boolean local;
    private boolean ignored;

    FirstStart(Accounts accounts, SetupLinks links, AdminConfig config, SessionConfig sessions, ArenaAddress address) {
        this.local = sessions.local();
        this.accounts = accounts;
        this.links = links;
        this.config = config;
        this.address = address;
    }

    void create(@Observes StartupEvent event) {
        if (config.password().isEmpty()) {
            return;
        }
        ignored = accounts.adminExists();
        if (!ignored) {
            accounts.create(Role.Name.ADMIN, config.password().get(), Role.ADMIN);
        }
    }

    @Override
    public Optional<String> line() {
        if (!local) {
            return Optional.empty();
        }
        boolean exists = accounts.adminExists();
        if (config.resetPassword() || !exists) {
            return Optional.of((exists
                    ? "DOHYO_ADMIN_RESET_PASSWORD is on: set a new password for admin, and leave it out of the next start"
                    : "Set the admin's password") + " (this link works once, within an hour):\n          "
                    + address.url("/setup?token=" + links.renew()));
        }
        return ignored ? Optional.of("DOHYO_ADMIN_PASSWORD is ignored: the account admin exists already.")
                : Optional.empty();
    }
}
