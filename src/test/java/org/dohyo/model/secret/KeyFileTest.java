package org.dohyo.model.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    @TempDir
    Path temporary;

    private Path directory;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        directory = temporary.resolve("not/yet/there");
        file = directory.resolve("secret.key");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void firstRead_makesAKeyOf32Bytes_forItsOwnerAlone() throws IOException {
        String key = KeyFile.in(directory).read();
        assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
        assertThat(permissions()).isEqualTo("rw-------");
        assertThat(file).hasContent(key);
    }

    @Test
    void laterReads_returnTheSameKey() throws IOException {
        String key = KeyFile.in(directory).read();
        Object made = Files.getAttribute(file, "unix:ino");
        assertThat(KeyFile.in(directory).read()).isEqualTo(key);
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(made);
    }

    @Test
    void addedKey_standsFirst_andTheOldOneCanBeForgotten() throws IOException {
        KeyFile keys = KeyFile.in(directory);
        String old = keys.read().strip();
        String fresh = Secrets.freshKey();
        keys.add(fresh);
        assertThat(keys.read().strip().split("\\s+")).containsExactly(fresh, old);
        assertThat(permissions()).isEqualTo("rw-------");
        keys.keepFirst();
        assertThat(keys.read().strip()).isEqualTo(fresh);
        assertThat(permissions()).isEqualTo("rw-------");
    }

    /** A crash may have left half a new file, open to others. */
    @Test
    void whatACrashLeft_isReplaced() throws IOException {
        KeyFile keys = KeyFile.in(directory);
        keys.read();
        Path left = directory.resolve("secret.key.new");
        Files.writeString(left, "half");
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-r--r--"));
        keys.add(Secrets.freshKey());
        assertThat(left).doesNotExist();
        assertThat(permissions()).isEqualTo("rw-------");
        assertThat(keys.read()).doesNotContain("half");
    }

    @Test
    void aDirectoryThatCantBeMade_isNamedAsTheReason() throws IOException {
        Files.writeString(temporary.resolve("plain"), "");
        assertThatThrownBy(() -> KeyFile.in(temporary.resolve("plain/data")).read())
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("key file");
    }

    /** A broken file must stop the start, and must not be replaced: it may be all that opens what is stored. */
    @ParameterizedTest
    @ValueSource(strings = { "", "\n", "not base64!", "c2hvcnQ=" })
    void badContent_isRefused_andKept(String content) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(file, content);
        assertThatThrownBy(() -> new Secrets(Optional.empty(), directory))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
        assertThat(file).hasContent(content);
    }
}
