package org.dohyo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.dohyo.support.Hashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boards of some votes have the bits that they had when this was written, on every Java and processor. */
class SameBitsTest {

    private static final String EXPECTED = "835a4bc0d8ba2a13165b40510bb1037d883971b61c78280f7791b95901e9e021";

    @TempDir
    private Path temporary;

    @Test
    void boards_haveTheSameBitsEverywhere() {
        LogFolder log = new LogFolder(temporary).votes(2_000, 9).write();
        FolderSource files = new FolderSource(log.folder());
        StringBuilder boards = new StringBuilder();
        for (String category : List.of("overall", "ja")) {
            for (BoardName.Kind kind : BoardName.Kind.values()) {
                boards.append(new String(files.read(new BoardName(category, kind).path(), 1 << 20),
                        StandardCharsets.UTF_8));
            }
        }
        assertThat(Hashes.sha256Hex(boards.toString())).isEqualTo(EXPECTED);
    }
}
