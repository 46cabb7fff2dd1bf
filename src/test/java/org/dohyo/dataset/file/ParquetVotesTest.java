package org.dohyo.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.dohyo.dataset.format.AllFormats;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.VoteFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import com.jerolba.carpet.CarpetParquetWriter;
import com.jerolba.carpet.io.OutputStreamOutputFile;

/** Parquet as data sets have it, and as it must not be. Component names are those of the columns. */
class ParquetVotesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T16:00:00Z");
    private static final VoteFormats FORMATS = AllFormats.beans();

    private final List<Comparison> read = new ArrayList<>();

    record Said(String role, String content) {
    }

    /** As chatbot_arena_conversations: messages as lists of groups. */
    record Conversations(String question_id, String model_a, String model_b, String winner, String judge,
            List<Said> conversation_a, List<Said> conversation_b, int turn, boolean anony, String language,
            double tstamp, Map<String, Boolean> openai_moderation, Map<String, Boolean> toxic_chat_tag) {
    }

    /** As arena-human-preference-100k: JSON within texts. */
    record Texts(String question_id, String model_a, String model_b, String winner, String judge_hash,
            String conversation_a, String conversation_b, String conv_metadata, String language, double tstamp) {
    }

    /** As arena-human-preference-55k, without times. */
    record Flags(long id, String model_a, String model_b, String prompt, String response_a, String response_b,
            int winner_model_a, int winner_model_b, int winner_tie) {
    }

    /** With a time of Parquet's own. */
    record Timed(String id, String model_a, String model_b, String winner, String evaluation_session_id,
            Instant timestamp, String language, List<Said> conversation_a, List<Said> conversation_b) {
    }

    record Other(String chosen, String rejected) {
    }

    record Padded(String model_a, String model_b, String winner, double tstamp, String more, List<Integer> list) {
    }

    private static <R extends Record> byte[] parquet(Class<R> type, CompressionCodecName codec, Iterable<R> records)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParquetWriter<R> writer = CarpetParquetWriter.builder(new OutputStreamOutputFile(out), type)
                .withConf(new PlainParquetConfiguration()).withCodecFactory(new PageCodecs())
                .withCompressionCodec(codec).build()) {
            for (R record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    private static byte[] conversations(CompressionCodecName codec) throws IOException {
        return parquet(Conversations.class, codec, IntStream.range(0, 20).mapToObj(i -> new Conversations("q" + i,
                "north" + i % 3, "south", i % 2 == 0 ? "model_a" : "tie (bothbad)", "arena_user_" + i % 7,
                List.of(new Said("user", "俳句を書いて " + i), new Said("assistant", "古池や")),
                List.of(new Said("user", "俳句を書いて " + i), new Said("assistant", "柿くへば")), 1, true, "Japanese",
                1_700_000_000.5 + i, Map.of("flagged", false), Map.of())).toList());
    }

    private ReadFile read(byte[] file) throws IOException {
        read.clear();
        return VoteFile.read(new ByteArrayInputStream(file), new Reading(FORMATS, null, null, false, NOW),
                (record, comparison) -> read.add(comparison));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = { "UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW" })
    void nestedConversations_ofEveryUsualCodec(CompressionCodecName codec) throws IOException {
        ReadFile file = read(conversations(codec));
        assertThat(file.errors()).isEmpty();
        assertThat(file.format()).isEqualTo("arena-33k");
        assertThat(read).hasSize(20).allSatisfy(vote -> assertThat(vote.categories()).contains("japanese"));
        assertThat(read.get(3).castAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_003_500L));
        assertThat(read.get(8).voter()).isEqualTo("fastchat:arena_user_1");
    }

    @Test
    void jsonWithinTexts_flags_andTimesOfParquet() throws IOException {
        assertThat(read(parquet(Texts.class, CompressionCodecName.SNAPPY, List.of(new Texts("q", "x", "y", "tie",
                "6f1e", "[{\"role\":\"user\",\"content\":\"俳句を書いてください\"}]", "[]",
                "{\"sum_assistant_a_tokens\":12}", "Japanese", 1.5)))).format()).isEqualTo("arena-100k");
        assertThat(read.get(0).styleA()).contains("\"tokens\":12");
        assertThat(read.get(0).voter()).isEqualTo("fastchat:6f1e");

        assertThat(read(parquet(Flags.class, CompressionCodecName.SNAPPY,
                List.of(new Flags(7, "x", "y", "[\"hi\"]", "[\"a\"]", "[\"b\"]", 0, 1, 0)))).format())
                .isEqualTo("arena-55k");
        assertThat(read.get(0).castAt()).isEqualTo(NOW);

        ReadFile timed = read(parquet(Timed.class, CompressionCodecName.ZSTD,
                List.of(new Timed("t", "x", "y", "both_bad", "s", Instant.parse("2025-06-30T23:00:00.5Z"), "ja",
                        List.of(), List.of()))));
        assertThat(timed.errors()).isEmpty();
        assertThat(read.get(0).castAt()).isEqualTo(Instant.parse("2025-06-30T23:00:00.5Z"));
    }

    @Test
    void packedParquet_isUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(conversations(CompressionCodecName.ZSTD));
        }
        assertThat(read(packed.toByteArray()).votes()).isEqualTo(20);
    }

    @Test
    void otherColumns_areNamed() throws IOException {
        assertThat(read(parquet(Other.class, CompressionCodecName.ZSTD, List.of(new Other("x", "y")))).errors())
                .singleElement().satisfies(error -> {
                    assertThat(error.record()).isZero();
                    assertThat(EnglishFault.of(error).reason()).contains("Parquet", "chosen, rejected");
                });
    }

    @Test
    void cutOff_isRefused() throws IOException {
        byte[] file = conversations(CompressionCodecName.ZSTD);
        for (int length = 4; length < file.length; length += Math.max(1, file.length / 20)) {
            assertThat(read(Arrays.copyOf(file, length)).errors()).singleElement()
                    .satisfies(error -> assertThat(EnglishFault.of(error).reason()).contains("damaged or cut off"));
        }
    }

    @Test
    void damage_isNeverMoreThanARefusal() throws IOException {
        byte[] file = conversations(CompressionCodecName.SNAPPY);
        SplittableRandom random = new SplittableRandom(17);
        for (int trial = 0; trial < 150; trial++) {
            byte[] damaged = file.clone();
            for (int i = 0; i < 1 + trial % 4; i++) {
                damaged[4 + random.nextInt(file.length - 4)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(damaged)).isNotNull();
            } catch (FileTooLarge e) {
                assertThat(EnglishFault.of(e)).contains("unpacks to more");
            }
        }
    }

    @Test
    void bombs_endBeforeTheyFillTheMemory() throws IOException {
        byte[] repeated = parquet(Padded.class, CompressionCodecName.ZSTD,
                Collections.nCopies(5_000, new Padded("x", "y", "tie", 1, "z".repeat(100_000), List.of())));
        assertThat(repeated).hasSizeLessThan(1 << 20);
        assertThat(EnglishFault.of(catchThrowableOfType(FileTooLarge.class, () -> read(repeated))))
                .contains("more than 200 times its size");

        byte[] list = parquet(Padded.class, CompressionCodecName.ZSTD,
                List.of(new Padded("x", "y", "tie", 1, "", Collections.nCopies(3_000_000, 7))));
        assertThat(read(list).errors()).singleElement()
                .satisfies(error -> assertThat(EnglishFault.of(error).reason())
                        .contains("has a record of more than 33554432 bytes"));
    }
}
