package org.dohyo;

import org.dohyo.cli.Commands;
import org.dohyo.start.Run;
import org.dohyo.start.StartSettings;
import org.dohyo.support.StartFailure;

import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The entry of the application: serves, or is a client of an arena that does. A start that is refused says why in one
 * sentence, and the exit code is 1.
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
