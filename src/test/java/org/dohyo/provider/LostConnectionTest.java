package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.http.HttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections to endpoints that end too early leave no error in the log, one line of warning at most. */
class LostConnectionTest extends ProviderSuite {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord event) {
            if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
                records.add(event);
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(handler);
    }

    /** Before an answer, within it, and on an idle connection that the server closes just as it is taken. */
    @Test
    void lostConnection_isNoErrorOfTheLog() {
        Script good = Script.stream().says("Hi").finish("stop").doneMark();
        server.next(Script.stream().cut(), Script.stream().says("Hi").cut(), good, Script.stream().cut(), good);
        HttpProvider provider = provider(PATIENT);
        Endpoint endpoint = Wire.OPENAI.endpoint(server);
        assertThat(start(provider, endpoint).failure().kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(start(provider, endpoint).failure().kind()).isEqualTo(Kind.CUT_OFF);
        start(provider, endpoint).completion();
        // Tried again, unless the connection of the answer before is not free yet.
        start(provider, endpoint).awaitEnd();
        assertThat(records).allSatisfy(LostConnectionTest::isOneLineOfWarning);
    }

    /** The connection is there only after the answer is no longer wanted. */
    @Test
    void answerCancelledAtOnce_isNoErrorOfTheLog() {
        server.otherwise(Script.stream().says("Hi").hang());
        HttpProvider provider = provider(PATIENT);
        for (int i = 0; i < 50; i++) {
            start(provider, Wire.OPENAI.endpoint(server)).stream.cancel();
        }
        RecordedAnswer last = start(provider, Wire.OPENAI.endpoint(server));
        await().until(() -> !last.said().isEmpty());
        last.stream.cancel();
        await().until(() -> server.hangUps() > 0);
        assertThat(records).isEmpty();
    }

    private static void isOneLineOfWarning(LogRecord event) {
        assertThat(event.getLevel().intValue()).as(event.getMessage()).isLessThan(Level.SEVERE.intValue());
        assertThat(event.getThrown()).isNull();
        assertThat(event.getMessage()).doesNotContain("\n");
    }
}
