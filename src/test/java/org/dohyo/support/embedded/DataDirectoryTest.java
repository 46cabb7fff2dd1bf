package org.dohyo.support.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.dohyo.support.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void open_makesADirectoryForThisUserAlone() throws Exception {
        Path path = parent.resolve("new/data");
        DataDirectory.open(path).close();
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void open_whileHeld_isRefused() throws Exception {
        DataDirectory held = DataDirectory.open(parent);
        assertThatThrownBy(() -> DataDirectory.open(parent)).isInstanceOf(StartFailure.class)
                .hasMessageContaining("Another run");
        held.close();
        DataDirectory.open(parent).close();
    }

    @Test
    void open_belowAFile_isRefused() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data"))).isInstanceOf(StartFailure.class)
                .hasMessageContaining("can't be written");
    }
}
