package org.dohyo.start;

import java.nio.charset.Charset;
import java.nio.file.Path;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Prints the arena's address, then waits for its end. */
public class DohyoApplication implements QuarkusApplication {

    @Override
    public int run(String... args) {
        System.out.print(banner(ConfigProvider.getConfig()));
        Quarkus.waitForExit();
        return 0;
    }

    private static String banner(Config config) {
        return """

                %s
                  The arena    %s
                  Its data     %s

                """.formatted(name(), url(config), data(config));
    }

    /** A terminal without Japanese characters would show question marks. */
    private static String name() {
        String name = "Dohyo 土俵";
        return Charset.defaultCharset().newEncoder().canEncode(name) ? name : "Dohyo";
    }

    private static String url(Config config) {
        String host = config.getValue("quarkus.http.host", String.class);
        String shown = host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
        return "http://" + shown + ":" + config.getValue("quarkus.http.port", Integer.class);
    }

    private static String data(Config config) {
        if (System.getProperty(Run.EMBEDDED) == null) {
            return "in the configured database";
        }
        return Path.of(config.getValue("dohyo.data-dir", String.class)).toAbsolutePath().normalize().toString();
    }
}
