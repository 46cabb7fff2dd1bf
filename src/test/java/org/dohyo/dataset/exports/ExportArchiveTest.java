package org.dohyo.dataset.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

import org.dohyo.dataset.exports.file.ExportFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class ExportArchiveTest {

    /** Of an archive's directory, and of the end behind it. */
    private static final String DIRECTORY = "PK\u0001\u0002";
    private static final String END = "PK\u0005\u0006";

    private final ExportArchive archive = new ExportArchive(new ObjectMapper());
    private final Out out = new Out();

    private static final class Out extends ByteArrayOutputStream {

        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private String written() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void wholeArchive_hasRecordsReportAndEnd() throws IOException {
        archive.write("votes", ExportFile.JSONL, records -> {
            records.write("{}\n".getBytes(StandardCharsets.UTF_8));
            return Map.of("votes", 1);
        }, out);
        assertThat(written()).contains(DIRECTORY, END);
        assertThat(out.closed).isTrue();
        Archive read = Archive.of(out.toByteArray());
        assertThat(read.lines()).containsExactly("{}");
        assertThat(read.report().getInt("votes")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ExportFile.class)
    void failureInTheMiddle_leavesNoEnd(ExportFile file) {
        byte[] much = new byte[1 << 20];
        new Random(7).nextBytes(much);
        assertThatIllegalStateException().isThrownBy(() -> archive.write("votes", file, records -> {
            records.write(much);
            throw new IllegalStateException("in the middle");
        }, out)).withMessage("in the middle");
        assertThat(out.size()).isGreaterThan(much.length / 2);
        assertThat(written()).doesNotContain(DIRECTORY, END);
        assertThat(out.closed).isFalse();
    }
}
