package org.dohyo.integrity;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.dohyo.log.SigningHolds;
import org.dohyo.log.SigningHolds.Hold;
import org.dohyo.log.SigningHolds.Reason;
import org.dohyo.support.BeatGate;
import org.dohyo.support.StartNotice;
import org.dohyo.support.embedded.DataConfig;
import org.dohyo.vote.LogReader;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Remembers the end of the vote log outside the database, beside the key file. A log that lacks what was there before
 * was set back, for instance by a restored backup or by a standby that took over without having received everything.
 * The log and the desk name that, the start too, until an admin has acknowledged it; until then nothing newer is
 * remembered and nothing signed. Each data directory has a memory of its own.
 */
@ApplicationScoped
public class LogMemory implements StartNotice {

    private static final Logger LOG = Logger.getLogger(LogMemory.class);

    private static final String SOURCE = "memory";

    private final LogReader log;
    private final SigningHolds holds;
    private final ObjectMapper json;
    private final Path directory;
    private final Clock clock;
    private volatile Remembered remembered;
    private volatile SetBack setBack;

    LogMemory(LogReader log, SigningHolds holds, ObjectMapper json, DataConfig data, Clock clock) {
        this.log = log;
        this.holds = holds;
        this.json = json;
        this.directory = data.dir().toAbsolutePath().normalize();
        this.clock = clock;
    }

    /**
     * The log is not a continuation of what was seen before.
     *
     * @param remembered its end as it was seen last
     * @param size the number of its entries when that was noticed
     */
    public record SetBack(Remembered remembered, long size) {

        /** The number of entries that are gone; 0 if as many or more are there, but other ones. */
        public long lost() {
            return Math.max(0, remembered.size() - size);
        }
    }

    /** Before anything of this run can append to the log. */
    void compare(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) throws IOException {
        remembered = Remembered.read(directory, json).orElse(null);
        notice();
    }

    /** Compares the log with what is remembered of it. */
    private void notice() throws IOException {
        if (remembered == null || continues(remembered)) {
            return;
        }
        SetBack noticed = new SetBack(remembered, size());
        if (holds.place(new Hold(SOURCE, Reason.SET_BACK, noticed.size(), remembered.size(), remembered.at()))) {
            setBack = noticed;
            LOG.warn(sentence(noticed));
        } else {
            // An admin has acknowledged it at another replica.
            takeAsItIs();
        }
    }

    private boolean continues(Remembered before) {
        List<LogReader.Published> entry = log.published(before.size() - 1, before.size(), 1);
        return !entry.isEmpty() && entry.get(0).leafHash().equals(before.leafHash());
    }

    private long size() {
        return log.newest().map(entry -> entry.position() + 1).orElse(0L);
    }

    @Scheduled(identity = "log-memory", every = "5s", delayed = "5s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    void remember() throws IOException {
        if (setBack == null) {
            notice();
        } else if (!holds.held()) {
            takeAsItIs();
        }
        if (setBack == null) {
            write();
        }
    }

    private void write() throws IOException {
        Optional<LogReader.Published> end = log.newest();
        if (end.isPresent() && (remembered == null || !end.get().leafHash().equals(remembered.leafHash()))) {
            Remembered now = new Remembered(end.get().position() + 1, end.get().leafHash(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
            now.write(directory, json);
            remembered = now;
        }
    }

    /** Empty if the log continues what was seen before, or an admin has acknowledged that it doesn't. */
    public Optional<SetBack> setBack() {
        return Optional.ofNullable(setBack);
    }

    /** Takes the log as it is now, so that it is signed again; does nothing if nothing speaks against it. */
    void acknowledge(String who) throws IOException {
        holds.confirm(who);
        if (setBack != null) {
            takeAsItIs();
        }
    }

    private void takeAsItIs() throws IOException {
        setBack = null;
        remembered = null;
        write();
    }

    @Override
    public Optional<String> line() {
        return setBack().map(LogMemory::sentence);
    }

    private static String sentence(SetBack back) {
        return back.lost() > 0
                ? "The database was set back to an older time: the vote log has %d entries, and had %d at %s. The desk says more."
                        .formatted(back.size(), back.remembered().size(), back.remembered().at())
                : "The vote log is not the one that was seen at %s: the database is another one or was set back. The desk says more."
                        .formatted(back.remembered().at());
    }
}
