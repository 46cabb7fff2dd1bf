package org.dohyo.start;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dohyo.support.ArenaAddress;
import org.dohyo.support.StartNotice;
import org.dohyo.support.embedded.DataConfig;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Prints where the running arena is and what is left to do, then waits for its end. */
public class DohyoApplication implements QuarkusApplication {

    private final ArenaAddress address;
    private final DataConfig data;
    private final List<StartNotice> notices;

    DohyoApplication(ArenaAddress address, DataConfig data, @All List<StartNotice> notices) {
        this.address = address;
        this.data = data;
        this.notices = notices;
    }

    @Override
    public int run(String... args) {
        System.out.print(banner());
        Quarkus.waitForExit();
        return 0;
    }

    private String banner() {
        return """

                %s
                  Arena   %s
                  Desk    %s
                  Data    %s
                %s
                """.formatted(name(), address.url(""), address.url("/desk"), where(), lines());
    }

    /** A terminal without Japanese characters would show question marks. */
    private static String name() {
        String name = "Dohyo 土俵";
        return Charset.defaultCharset().newEncoder().canEncode(name) ? name : "Dohyo";
    }

    private String where() {
        if (System.getProperty(Run.EMBEDDED) == null) {
            return "in the configured database";
        }
        return data.dir().toAbsolutePath().normalize().toString();
    }

    private String lines() {
        return notices.stream().map(StartNotice::line).flatMap(Optional::stream).map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
    }
}
