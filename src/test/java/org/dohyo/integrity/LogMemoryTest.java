package org.dohyo.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;

import org.dohyo.log.PlacedHolds;
import org.dohyo.support.embedded.DataConfig;
import org.dohyo.vote.ListedLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.json.JsonMapper;

class LogMemoryTest {

    private final ListedLog log = new ListedLog();
    private final PlacedHolds holds = new PlacedHolds();

    @TempDir
    Path directory;

    private LogMemory memory;

    @BeforeEach
    void start() throws Exception {
        memory = again();
    }

    private LogMemory again() throws Exception {
        LogMemory started = new LogMemory(log, holds, JsonMapper.builder().findAndAddModules().build(),
                data(directory), Clock.systemUTC());
        started.compare(null);
        return started;
    }

    private static DataConfig data(Path directory) {
        return () -> directory;
    }

    @Test
    void growingLog_isRemembered() throws Exception {
        memory.remember();
        log.becomes("a", "b");
        memory.remember();
        log.becomes("a", "b", "c");
        memory.remember();

        assertThat(memory.setBack()).isEmpty();
        log.becomes("a", "b");
        assertThat(again().setBack().orElseThrow().lost()).isEqualTo(1);
    }

    /** A standby took over that hadn't received the last entries. */
    @Test
    void logThatIsSetBackWhileTheArenaRuns_isNoticedAndNotForgotten() throws Exception {
        log.becomes("a", "b", "c");
        memory.remember();
        log.becomes("a", "b");
        memory.remember();
        log.becomes("a", "b", "d", "e");
        memory.remember();

        assertThat(memory.setBack().orElseThrow().lost()).isEqualTo(1);
        assertThat(memory.line().orElseThrow()).contains("set back");
        assertThat(again().setBack()).as("the next start still knows").isPresent();
    }

    @Test
    void nothingIsSigned_untilAnAdminHasAcknowledged_atAnyReplica() throws Exception {
        log.becomes("a", "b", "c");
        memory.remember();
        log.becomes("a", "b");
        memory.remember();
        assertThat(holds.held()).isTrue();

        LogMemory other = again();
        assertThat(other.setBack()).isPresent();
        memory.acknowledge("an admin");
        assertThat(holds.held()).isFalse();
        assertThat(memory.setBack()).isEmpty();

        other.remember();
        assertThat(other.setBack()).as("acknowledged elsewhere").isEmpty();
        log.becomes("a", "b", "d");
        other.remember();
        assertThat(other.setBack()).isEmpty();
        assertThat(holds.held()).isFalse();
    }

    @Test
    void otherLogOfTheSameSize_isNoticed() throws Exception {
        log.becomes("a", "b");
        memory.remember();
        log.becomes("a", "x");
        memory.remember();

        assertThat(memory.setBack().orElseThrow().lost()).isZero();
    }
}
