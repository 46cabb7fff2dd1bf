package org.dohyo.start;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.dohyo.support.StartFailure;
import org.dohyo.support.embedded.EmbeddedDatabase;
import org.dohyo.web.RequestSyntax;

import io.quarkus.runtime.Quarkus;

/** One run from the first check to the end: the embedded database starts before Quarkus and stops after it. */
public final class Run {

    /** Set while the embedded database is in use. */
    static final String EMBEDDED = "dohyo.embedded";

    private static final long STOP_PATIENCE_SECONDS = 90;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final StartSettings settings;
    private EmbeddedDatabase database;

    public Run(StartSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns only if the start was refused; otherwise the JVM ends here.
     *
     * @throws StartFailure before Quarkus has begun
     */
    public void run() {
        Preflight.checkPort(settings.host(), settings.port());
        // Registered first: after a signal the JVM ends as soon as every hook has returned, and this hook waits until
        // the database, which outlives Quarkus, has stopped too.
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "dohyo-end"));
        try {
            if (settings.databaseUrl().isPresent()) {
                checkConfigured(settings.databaseUrl().get());
            } else {
                embed();
            }
        } catch (RuntimeException e) {
            stopDatabase();
            throw e;
        }
        System.setProperty(RequestSyntax.OWN_CHECK_OFF, "true");
        Quarkus.run(DohyoApplication.class, this::end);
    }

    private void checkConfigured(String url) {
        Preflight.checkDatabase(url, settings.databaseUser().orElse(""), settings.databasePassword().orElse(""));
    }

    private void embed() {
        // Nothing else is printed until the application runs, which can take a minute on a small machine.
        settings.lines().say("Starting PostgreSQL and the arena …");
        database = EmbeddedDatabase.start(settings.dataDirectory());
        Preflight.checkDatabase(database.url(), EmbeddedDatabase.USER, database.password());
        System.setProperty("quarkus.datasource.jdbc.url", database.url());
        System.setProperty("quarkus.datasource.username", EmbeddedDatabase.USER);
        System.setProperty("quarkus.datasource.password", database.password());
        System.setProperty(EMBEDDED, "true");
    }

    /** Called when Quarkus has stopped or failed to start; it has logged the reason itself. */
    private void end(Integer code, Throwable failure) {
        stopDatabase();
        System.exit(failure != null && code == 0 ? 1 : code);
    }

    private void stopDatabase() {
        try {
            if (database != null) {
                database.close();
            }
        } catch (IOException e) {
            settings.lines().complain("The embedded PostgreSQL did not stop in order: " + e.getMessage());
        } finally {
            ended.countDown();
        }
    }

    private void awaitEnd() {
        try {
            if (!ended.await(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                settings.lines().complain("The embedded PostgreSQL is left to the next start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
