package org.dohyo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.dohyo.dataset.exports.ExportedVote;
import org.dohyo.dataset.exports.FastChatExport;
import org.dohyo.dataset.exports.file.ExportFile;
import org.dohyo.dataset.exports.file.RecordWriter;
import org.dohyo.dataset.file.Reading;
import org.dohyo.dataset.file.VoteFile;
import org.dohyo.dataset.format.AllFormats;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.support.Hashes;
import org.dohyo.text.StyleFeature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Keeps the release that the tests of {@code analysis/} recount, and its boards as {@code dohyo verify} recomputes
 * those of the service. {@code -Ddohyo.analysis.write=true} writes them anew.
 */
class ReleaseForAnalysisTest {

    private static final Path FOLDER = Path.of("analysis/src/test/resources");
    private static final Path BOARDS = FOLDER.resolve("boards.json");
    private static final int VOTES = 2_000;
    private static final int OF_A_PART = 1_500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Comparison> votes = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        try (InputStream file = new GZIPInputStream(getClass().getResourceAsStream("/oracle/battles.json.gz"))) {
            VoteFile.read(file, new Reading(AllFormats.beans(), null, null, false, Instant.now()), (record, vote) -> {
                if (record <= VOTES) {
                    votes.add(vote);
                }
            });
        }
        if (Boolean.getBoolean("dohyo.analysis.write")) {
            Files.createDirectories(FOLDER.resolve("release"));
            for (int part = 0; part * OF_A_PART < VOTES; part++) {
                write(ExportFile.PARQUET, "votes-%05d.parquet".formatted(part),
                        votes.subList(part * OF_A_PART, Math.min(VOTES, (part + 1) * OF_A_PART)));
            }
            write(ExportFile.JSONL, "votes.jsonl.gz", votes);
            Files.writeString(BOARDS, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(boards()) + "\n");
        }
    }

    private static void write(ExportFile kind, String name, List<Comparison> votes) throws IOException {
        Path file = kind == ExportFile.PARQUET ? FOLDER.resolve("release").resolve(name) : FOLDER.resolve(name);
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = kind == ExportFile.PARQUET ? plain : new GZIPOutputStream(plain);
                RecordWriter<FastChatExport.Battle> writer = kind.writer(FastChatExport.Battle.class, out)) {
            for (Comparison vote : votes) {
                writer.write(new FastChatExport().records(exported(vote)).get(0));
            }
        }
    }

    private static ExportedVote exported(Comparison vote) {
        return new ExportedVote(0, id(vote), null, vote.modelA(), vote.modelB(), vote.outcome(), vote.categories(),
                tag(vote), vote.castAt(), vote.blind(), vote.turn(), vote.blind(), null, null, null, null, null,
                json(vote.styleA()), json(vote.styleB()), List.of());
    }

    private static UUID id(Comparison vote) {
        return UUID.nameUUIDFromBytes(vote.identity().getBytes(StandardCharsets.UTF_8));
    }

    private static String tag(Comparison vote) {
        return Hashes.sha256Hex(vote.voter() == null ? vote.identity() : vote.voter());
    }

    private static JsonNode json(String style) {
        try {
            return style == null ? null : JSON.readTree(style);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A board as the files of {@code analysis} have it. */
    private record Board(long votes, Map<String, Map<String, Object>> models, Map<String, Map<String, Object>> style) {

        static Board of(Figures figures) {
            return new Board(figures.votes(), figures.models(), figures.style());
        }
    }

    private Map<String, Board> boards() {
        CountedVotes counted = new CountedVotes();
        for (int position = 0; position < votes.size(); position++) {
            Comparison vote = votes.get(position);
            if (vote.blind()) {
                counted.add(position, new Leaf(id(vote).toString(), vote.modelA(), vote.modelB(),
                        vote.outcome(), Set.copyOf(vote.categories()), tag(vote), null, false, 1, style(vote)));
            }
        }
        Recomputation recomputation = new Recomputation(counted);
        Map<String, Board> boards = new LinkedHashMap<>();
        for (String category : List.of("overall", "japanese")) {
            for (BoardName.Kind kind : List.of(BoardName.Kind.BY_VOTERS, BoardName.Kind.BY_VOTES,
                    BoardName.Kind.STYLED)) {
                String name = kind.styled() ? "style" : kind.weights();
                boards.put(category + " " + name,
                        Board.of(recomputation.board(new BoardName(category, kind), VOTES, (long) VOTES, false)));
            }
        }
        return boards;
    }

    private static float[] style(Comparison vote) {
        if (vote.styleA() == null || vote.styleB() == null) {
            return null;
        }
        float[] style = new float[StyleFeature.arraySize()];
        for (StyleFeature feature : StyleFeature.values()) {
            style[feature.indexOfA()] = feature.figure(json(vote.styleA()));
            style[feature.indexOfB()] = feature.figure(json(vote.styleB()));
        }
        return style;
    }

    @Test
    void boards_areThoseOfTheService() throws IOException {
        assertThat(JSON.readTree(Files.readString(BOARDS))).isEqualTo(JSON.readTree(JSON.writeValueAsString(boards())));
    }
}
