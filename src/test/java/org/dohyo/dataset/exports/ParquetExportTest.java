package org.dohyo.dataset.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.dohyo.battle.Exchange;
import org.dohyo.battle.Outcome;
import org.dohyo.dataset.exports.file.ExportFile;
import org.dohyo.dataset.exports.file.RecordWriter;
import org.dohyo.dataset.file.PageCodecs;
import org.dohyo.dataset.file.Reading;
import org.dohyo.dataset.file.VoteFile;
import org.dohyo.dataset.format.AllFormats;
import org.dohyo.dataset.format.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jerolba.carpet.CarpetParquetReader;
import com.jerolba.carpet.FieldMatchingStrategy;

/** Each format as Parquet has what it has as JSON Lines, and comes back as the same votes. */
class ParquetExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** When the exported votes are imported. */
    private static final Instant AFTER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path folder;

    static Stream<ExportFormat<?>> formats() {
        return Stream.of(new FastChatExport(), new LmArenaExport(), new TrlPreference(), new TrlImplicitPreference(),
                new KtoExport(), new HhRlhfExport(), new RewardBenchExport(), new ArgillaExport(),
                new CsvExport());
    }

    private static ExportedVote vote(int number, Outcome outcome, boolean texts) {
        return new ExportedVote(number, new UUID(0, number), null, "north", "south", outcome,
                List.of("overall", "japanese", "code"), "ab1" + number % 7,
                Instant.parse("2027-01-31T09:00:00.250Z").plusSeconds(number), true, 1, true, null, null, null, null,
                new ExportedVote.Reasons(List.of("useful"), List.of(), "=good"),
                style("{\"tokens\":3,\"headers\":{\"h1\":1,\"h2\":0},\"bold\":{\"**\":4,\"__\":0}}"), null,
                texts ? List.of(new Exchange(1, "俳句を。", "古池や " + number, "柿くへば")) : List.of());
    }

    private static JsonNode style(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static <R extends Record> byte[] written(ExportFormat<R> format, ExportFile file, List<ExportedVote> votes)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter<R> writer = file.writer(format.type(), out)) {
            for (ExportedVote vote : votes) {
                for (R record : format.records(vote)) {
                    writer.write(record);
                }
            }
        }
        return out.toByteArray();
    }

    private static List<Comparison> read(byte[] file) throws IOException {
        List<Comparison> read = new ArrayList<>();
        InputStream body = new ByteArrayInputStream(file);
        assertThat(VoteFile.read(body, new Reading(AllFormats.beans(), null, null, false, AFTER),
                (record, comparison) -> read.add(comparison)).errors()).isEmpty();
        return read;
    }

    @ParameterizedTest
    @MethodSource("formats")
    <R extends Record> void recordsComeBack(ExportFormat<R> format) throws IOException {
        List<ExportedVote> votes = List.of(vote(1, Outcome.A, true), vote(2, Outcome.B, true));
        Path file = Files.write(folder.resolve("votes.parquet"), written(format, ExportFile.PARQUET, votes));
        List<R> read = new ArrayList<>();
        try (ParquetReader<R> records = CarpetParquetReader.builder(new LocalInputFile(file), format.type())
                .fieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE).withConf(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs()).build()) {
            for (R record = records.read(); record != null; record = records.read()) {
                read.add(record);
            }
        }
        assertThat(read).isEqualTo(votes.stream().flatMap(vote -> format.records(vote).stream()).toList());
    }

    @Test
    void columnsHaveTheNamesOfTheFields() throws IOException {
        byte[] file = written(new LmArenaExport(), ExportFile.PARQUET, List.of(vote(1, Outcome.A, true)));
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("mimeType", "sum_assistant_a_tokens",
                "evaluation_session_id", "model_side_a").doesNotContain("mime_type");
    }

    @Test
    void votesAreImportedAsFromJsonLines() throws IOException {
        List<ExportedVote> votes = List.of(vote(1, Outcome.A, true), vote(2, Outcome.BOTH_BAD, false),
                vote(3, Outcome.TIE, true));
        for (ExportFormat<?> format : List.of(new FastChatExport(), new LmArenaExport())) {
            List<Comparison> lines = read(written(format, ExportFile.JSONL, votes));
            assertThat(lines).hasSize(3).allSatisfy(vote -> assertThat(vote.styleA()).contains("\"h1\":1", "\"**\":4"));
            assertThat(read(written(format, ExportFile.PARQUET, votes))).isEqualTo(lines);
        }
    }
}
