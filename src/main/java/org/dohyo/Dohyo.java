package org.dohyo;

import org.dohyo.account.PasswordPolicy;
import org.dohyo.cli.Commands;
import org.dohyo.start.Run;
import org.dohyo.start.StartLines;
import org.dohyo.start.StartSettings;
import org.dohyo.support.StartFailure;

import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The entry point: runs a sub-command or, without arguments, starts the arena. If the start is refused, it prints the
 * reason in one
 * sentence and exits with code 1.
 */
@QuarkusMain
public final class Dohyo {

    private Dohyo() {
    }

    public static void main(String... args) {
        if (args.length > 0) {
            System.exit(Commands.run(args));
        }
        StartLines lines = StartLines.TEXT;
        try {
            StartSettings settings = StartSettings.read();
            lines = settings.lines();
            start(settings);
        } catch (StartFailure e) {
            lines.complain(e.getMessage());
            System.exit(1);
        }
    }

    private static void start(StartSettings settings) {
        settings.adminPassword().flatMap(PasswordPolicy::complaint).ifPresent(complaint -> {
            throw new StartFailure("The password in DOHYO_ADMIN_PASSWORD " + complaint + ".");
        });
        try {
            new Run(settings).run();
        } catch (StartFailure e) {
            if (settings.debug()) {
                e.printStackTrace();
            }
            throw e;
        }
    }
}
