package org.dohyo.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.dohyo.dataset.format.AllFormats;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.SourceKind;
import org.dohyo.dataset.format.VoteFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.airlift.compress.zstd.ZstdCompressor;

/** Each format has a made-up file in src/test/resources/imports/formats and a section in docs/formats.md. */
class ExampleFilesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/imports/formats");
    private static final Instant NOW = Instant.parse("2026-11-27T16:00:00Z");
    private static final VoteFormats FORMATS = AllFormats.beans();

    private final List<Comparison> read = new ArrayList<>();

    static List<String> names() {
        return FORMATS.names();
    }

    private static Path example(String format) throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            List<Path> found = files.filter(file -> file.getFileName().toString().matches(format + "\\.[a-z]+"))
                    .toList();
            assertThat(found).as("example of " + format).hasSize(1);
            return found.get(0);
        }
    }

    private ReadFile read(byte[] file, String named) throws IOException {
        return read(new ByteArrayInputStream(file), named);
    }

    private ReadFile read(InputStream file, String named) throws IOException {
        read.clear();
        Reading reading = new Reading(FORMATS, named == null ? null : FORMATS.named(named).orElseThrow(), null, false,
                NOW);
        return VoteFile.read(file, reading, (record, comparison) -> read.add(comparison));
    }

    @ParameterizedTest
    @MethodSource("names")
    void example_isRecognisedByItsContent_andReadTheSameByName(String format) throws IOException {
        byte[] file = Files.readAllBytes(example(format));
        ReadFile detected = read(file, null);
        assertThat(detected.errors()).isEmpty();
        assertThat(detected.format()).isEqualTo(format);
        assertThat(detected.votes()).isPositive();
        List<Comparison> first = List.copyOf(read);
        assertThat(first).extracting(Comparison::identity).doesNotHaveDuplicates();
        assertThat(read(file, format).errors()).isEmpty();
        assertThat(read).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("names")
    void example_isReadTheSameWhenPacked(String format) throws IOException {
        byte[] file = Files.readAllBytes(example(format));
        read(file, null);
        List<Comparison> plain = List.copyOf(read);
        read(gzip(file), null);
        assertThat(read).isEqualTo(plain);
        read(zstd(file), null);
        assertThat(read).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("names")
    void exampleCutOff_isRefused(String format) throws IOException {
        byte[] file = Files.readAllBytes(example(format));
        byte[] packed = gzip(file);
        for (byte[] cut : List.of(head(packed, packed.length - 9), head(packed, packed.length / 2),
                head(zstd(file), zstd(file).length / 2))) {
            assertThat(read(cut, null).errors()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void documentation_hasASection(String format) throws IOException {
        assertThat(Files.readString(Path.of("docs/formats.md"))).contains("\n## `" + format + "`\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fastchat           | A BOTH_BAD   | PERSON PERSON         | - -
            arena-33k          | B            | PERSON                | -
            arena-55k          | A TIE        | PERSON PERSON         | - -
            arena-100k         | TIE          | PERSON                | -
            arena-140k         | BOTH_BAD     | PERSON                | -
            arena-expert       | A            | PERSON                | -
            comparia-votes     | B TIE        | PERSON PERSON         | - -
            comparia-reactions | A B          | INFERRED INFERRED     | - -
            mt-bench           | B TIE A      | PERSON PERSON JUDGE   | - - -
            mt-bench-pairs     | B TIE        | JUDGE JUDGE           | - -
            open-webui         | A A B        | INFERRED INFERRED INFERRED | - - -
            sides              | TIE A B      | PERSON PERSON PERSON  | - - -
            alpaca-eval        | B TIE        | JUDGE JUDGE           | 0.5 0.0
            arena-hard         | A B TIE      | JUDGE JUDGE JUDGE     | 1.0 0.5 0.0
            label-studio       | A TIE        | PERSON PERSON         | - -
            argilla            | B TIE        | PERSON PERSON         | - -
            """)
    void outcomes_sources_strengths(String format, String outcomes, String sources, String strengths)
            throws IOException {
        read(Files.readAllBytes(example(format)), null);
        assertThat(read.stream().map(one -> one.outcome().name())).containsExactly(outcomes.split(" "));
        assertThat(read.stream().map(one -> one.source().name())).containsExactly(sources.split(" "));
        assertThat(read.stream().map(one -> one.strength() == null ? "-" : one.strength().toString()))
                .containsExactly(strengths.split(" "));
    }

    @Test
    void voters_knownAndUnknown() throws IOException {
        assertThat(voters("fastchat")).containsExactly("fastchat:arena_user_7", null);
        assertThat(voters("arena-55k")).containsOnlyNulls();
        assertThat(voters("arena-100k")).containsExactly("fastchat:6f1ed002ab5595859014ebf0951522d9");
        assertThat(voters("comparia-votes")).containsExactly("comparia:0cc175b9c0f1b6a831c399e269772661",
                "comparia:session:5e56");
        assertThat(voters("mt-bench")).containsExactly("mt-bench:expert_3", "mt-bench:author_0", "mt-bench:gpt-4");
        assertThat(voters("sides")).containsExactly("sides:58", "sides:83", "sides:58");
        assertThat(voters("label-studio")).containsExactly("label-studio:3", "label-studio:4");
    }

    private List<String> voters(String format) throws IOException {
        read(Files.readAllBytes(example(format)), null);
        return read.stream().map(Comparison::voter).toList();
    }

    @Test
    void jsonWithinTexts_countsAsJson() throws IOException {
        read(Files.readAllBytes(example("arena-100k")), null);
        assertThat(read.get(0).styleA()).contains("\"tokens\":12");
        read(Files.readAllBytes(example("arena-expert")), null);
        assertThat(read.get(0).categories()).startsWith("overall", "japanese");
        read(Files.readAllBytes(example("open-webui")), null);
        assertThat(read).allSatisfy(one -> assertThat(one.categories()).contains("overall", "english", "code"));
    }

    @Test
    void leaderboard_givesEachGame() throws IOException {
        ReadFile file = read(Files.readAllBytes(example("alpaca-leaderboard")), null);
        assertThat(file.records()).isEqualTo(2);
        assertThat(file.votes()).isEqualTo(16);
        assertThat(read).extracting(Comparison::source).containsOnly(SourceKind.JUDGE);
    }

    @Test
    void fewBytes_areNotManyVotes() throws IOException {
        String head = ",n_wins,n_wins_base,n_draws\n";
        assertThat(EnglishFault.of(read((head + "x,10001,0,0\n").getBytes(), null).errors().get(0)).reason())
                .isEqualTo("n_wins is not a whole number from 0 to 10000");
        String rows = IntStream.range(0, 35).mapToObj(row -> "m" + row + ",10000,10000,10000\n")
                .collect(Collectors.joining());
        ReadFile votes = VoteFile.read(new ByteArrayInputStream((head + rows).getBytes()),
                new Reading(FORMATS, null, null, true, NOW), (record, comparison) -> {
                });
        assertThat(EnglishFault.all(votes.errors())).containsExactly(new EnglishFault(34, null,
                "the file has more votes than are read of one: 1000000, and 10 more for each record"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    {"id":1,"data":{"rating":1,"model_id":"x","sibling_model_ids":[%s]},"created_at":1}       | "m"
                    {"id":1,"metadata":{"model_a":"x","model_b":"y"},"fields":{},"responses":{"q":[%s]}}      | {"value":"tie"}
                    {"id":1,"data":{"model_a":"x","model_b":"y"},"annotations":[%s]} | {"id":%d,"result":[{"value":{"selected":"a"}}]}
                    """)
    void recordOfVeryManyVotes_isRefused(String record, String vote) throws IOException {
        for (int most = 1_000; most < 1_002; most++) {
            String file = record.formatted(IntStream.range(0, most).mapToObj(vote::formatted)
                    .collect(Collectors.joining(",")));
            assertThat(EnglishFault.all(read(file.getBytes(), null).errors())).extracting(EnglishFault::reason)
                    .isEqualTo(most == 1_000 ? List.of() : List.of("has more than 1000 votes"));
        }
    }

    @Test
    void unknownContent_namesItsFields() throws IOException {
        for (String file : List.of("[{\"chosen\": \"x\", \"rejected\": \"y\"}]", "chosen,rejected\nx,y\n",
                "{\"chosen\": \"x\", \"rejected\": \"y\"}\n")) {
            EnglishFault error = EnglishFault.of(read(file.getBytes(), null).errors().get(0));
            assertThat(error.reason()).contains("fields are chosen, rejected");
        }
    }

    @Test
    void mixedFile_namesTheRecordAndTheField() throws IOException {
        ReadFile mixed = read("""
                {"model_a_name":"x","model_b_name":"y","both_equal":true,"id":1,"timestamp":"2025-01-01T00:00:00"}
                {"model_a":"x","model_b":"y","winner":"tie","tstamp":1}
                """.getBytes(), null);
        assertThat(EnglishFault.all(mixed.errors()))
                .containsExactly(new EnglishFault(2, "model_a_name", "model_a_name is missing or blank"));
    }

    @Test
    void manyZeros_endBeforeTheyFillAnything() throws IOException {
        byte[] bomb = ("[" + " ".repeat(48 << 20)).getBytes();
        assertThat(EnglishFault.of(read(bomb, null).errors().get(0)).reason())
                .contains("has a record of more than 33554432 bytes");
        byte[] lines = gzip("{\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"tie\",\"tstamp\":1,\"more\":\"%s\"}\n"
                .formatted("x".repeat(100_000)).repeat(200).getBytes());
        assertThatThrownBy(() -> {
            VoteFile.read(new ByteArrayInputStream(lines), new Reading(FORMATS, null, null, false, NOW),
                    (record, comparison) -> {
                    });
        }).isInstanceOfSatisfying(FileTooLarge.class,
                file -> assertThat(EnglishFault.of(file)).contains("more than 200 times its size"));
    }

    @Test
    void otherContainers_areNamed() throws IOException {
        assertThat(EnglishFault.of(read("PK\3\4xxxx".getBytes(), null).errors().get(0)).reason())
                .contains("is a zip archive");
    }

    @Test
    void faultsOfTheTransport_areNotTheFiles() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[] { 0x1F, (byte) 0x8B,
                8, 0, 0, 0, 0, 0, 0, 0 }), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });
        assertThatThrownBy(() -> read(broken, null)).isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    private static byte[] head(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    private static byte[] gzip(byte[] file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(file);
        }
        return packed.toByteArray();
    }

    private static byte[] zstd(byte[] file) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(file.length)];
        return head(packed, compressor.compress(file, 0, file.length, packed, 0, packed.length));
    }
}
