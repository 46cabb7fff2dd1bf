package org.dohyo.support.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {

    @Test
    void wholeFile_givesProcessAndPort() {
        assertThat(PostmasterPid.parse(List.of("4711", "/data/postgres", "1700000000", "5433", "", "127.0.0.1")))
                .contains(new PostmasterPid(4711, 5433));
    }

    @Test
    void fileOfAServerThatStillStarts_hasNoPort() {
        assertThat(PostmasterPid.parse(List.of("4711", "/data/postgres"))).contains(new PostmasterPid(4711, 0));
    }

    @Test
    void singleUserBackend_isNegated() {
        assertThat(PostmasterPid.parse(List.of("-4711"))).contains(new PostmasterPid(4711, 0));
    }

    @Test
    void emptyOrTornFile_namesNobody() {
        assertThat(PostmasterPid.parse(List.of())).isEmpty();
        assertThat(PostmasterPid.parse(List.of(""))).isEmpty();
        assertThat(PostmasterPid.parse(List.of("x"))).isEmpty();
    }

    @Test
    void noFile_isEmpty(@TempDir Path cluster) throws Exception {
        assertThat(PostmasterPid.read(cluster)).isEmpty();
    }
}
