package org.dohyo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The entry of the application: prepares what Quarkus needs to know at its start, then runs it. */
@QuarkusMain
public final class Dohyo {

    private Dohyo() {
    }

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
