package org.dohyo.start;

import java.util.List;
import java.util.Optional;

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
    private final LogsConfig logs;
    private final List<StartNotice> notices;

    DohyoApplication(ArenaAddress address, DataConfig data, LogsConfig logs, @All List<StartNotice> notices) {
        this.address = address;
        this.data = data;
        this.logs = logs;
        this.notices = notices;
    }

    @Override
    public int run(String... args) {
        System.out.print(StartLines.of(logs.json()).ready(ready()));
        Quarkus.waitForExit();
        return 0;
    }

    private StartLines.Ready ready() {
        return new StartLines.Ready(address.url(""), address.url("/desk"), where(),
                notices.stream().map(StartNotice::line).flatMap(Optional::stream).toList());
    }

    private String where() {
        if (System.getProperty(Run.EMBEDDED) == null) {
            return "in the configured database";
        }
        return data.dir().toAbsolutePath().normalize().toString();
    }
}
