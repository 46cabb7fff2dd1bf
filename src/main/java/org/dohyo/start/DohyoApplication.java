package org.dohyo.start;

import java.nio.charset.Charset;

import org.dohyo.support.embedded.DataConfig;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Says where the running arena is found, then waits for its end. */
public class DohyoApplication implements QuarkusApplication {

    private final DataConfig dataConfig;

    DohyoApplication(DataConfig dataConfig) {
        this.dataConfig = dataConfig;
    }

    @Override
    public int run(String... args) {
        System.out.print(banner(ConfigProvider.getConfig()));
        Quarkus.waitForExit();
        return 0;
    }

    private String banner(Config config) {
        return """

                %s
                  The arena    %s
                  Its data     %s

                """.formatted(name(), url(config), data());
    }

    /** A terminal that has no Japanese would show question marks. */
    private static String name() {
        String name = "Dohyo 土俵";
        return Charset.defaultCharset().newEncoder().canEncode(name) ? name : "Dohyo";
    }

    private static String url(Config config) {
        String host = config.getValue("quarkus.http.host", String.class);
        String shown = host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
        return "http://" + shown + ":" + config.getValue("quarkus.http.port", Integer.class);
    }

    private String data() {
        if (System.getProperty(Run.EMBEDDED) == null) {
            return "in the configured database";
        }
        return dataConfig.dir().toAbsolutePath().normalize().toString();
    }
}
