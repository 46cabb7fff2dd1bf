package org.dohyo;

import org.dohyo.cli.Commands;
import org.dohyo.start.Run;
import org.dohyo.start.StartSettings;
import org.dohyo.support.StartFailure;

import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The entry point: runs a sub-command or starts the arena. If the start is refused, it prints the reason in one
 * sentence and exits with code 1.
 */
@QuarkusMain
public final class Dohyo {

    private Dohyo() {
    }

    public static void main(String... args) {
        if (Commands.isOne(args)) {
            System.exit(Commands.run(args));
        }
        StartSettings settings = StartSettings.read();
        try {
            new Run(settings).run(args);
        } catch (StartFailure e) {
            fail(e, settings.debug());
        }
    }

    private static void fail(StartFailure failure, boolean debug) {
        System.err.println(failure.getMessage());
        if (debug) {
            failure.printStackTrace();
        }
        System.exit(1);
    }
}
