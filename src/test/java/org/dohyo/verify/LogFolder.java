package org.dohyo.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.EntryBundle;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.SigningKey;
import org.dohyo.log.tree.Tile;
import org.dohyo.support.Hashes;
import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The files of an arena that doesn't exist: entries of random votes, their tree, and the boards that follow. */
final class LogFolder {

    static final String ORIGIN = "arena.example/log";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final SigningKey key;
    private final List<byte[]> entries = new ArrayList<>();

    LogFolder(Path folder) {
        this(folder, SigningKey.generate(ORIGIN));
    }

    LogFolder(Path folder, SigningKey key) {
        this.folder = folder;
        this.key = key;
    }

    Path folder() {
        return folder;
    }

    SigningKey key() {
        return key;
    }

    List<byte[]> entries() {
        return entries;
    }

    /** Votes, some of which are taken back and restored, and entries of a kind that no verifier knows yet. */
    LogFolder votes(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Map<String, Object>> cast = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> vote = vote(random);
            entry(vote, "CAST");
            cast.add(vote);
            if (random.nextInt(10) == 0) {
                Map<String, Object> back = cast.remove(random.nextInt(cast.size()));
                entry(back, "EXCLUDE");
                if (random.nextBoolean()) {
                    entry(back, "RESTORE");
                    cast.add(back);
                }
            }
            if (random.nextInt(20) == 0) {
                entry(Map.of("slug", "m" + i, "planned", 0.25), "MODEL_PLANNED");
            }
        }
        return this;
    }

    private static Map<String, Object> vote(SplittableRandom random) {
        int a = random.nextInt(8);
        int b = (a + 1 + random.nextInt(7)) % 8;
        Map<String, Object> vote = new LinkedHashMap<>();
        vote.put("vote", new UUID(random.nextLong(), random.nextLong()).toString());
        vote.put("battle", new UUID(random.nextLong(), random.nextLong()).toString());
        vote.put("modelA", Map.of("slug", "model-" + a, "revision", 1));
        vote.put("modelB", Map.of("slug", "model-" + b, "revision", 1));
        vote.put("outcome", List.of("A", "A", "B", "TIE", "BOTH_BAD").get(random.nextInt(5)));
        vote.put("categories", random.nextBoolean() ? List.of("overall", "ja") : List.of("overall"));
        vote.put("styleA", style(random));
        vote.put("styleB", style(random));
        vote.put("voterTag", String.format("%064x", random.nextInt(12)));
        vote.put("counted", random.nextInt(15) != 0);
        if (random.nextInt(10) != 0) {
            vote.put("stratum", random.nextInt(3) == 0 ? "SUGGESTED" : "OWN");
            vote.put("promptGroup", String.format("%064x", BigInteger.valueOf(random.nextInt(60)).shiftLeft(200)));
        }
        return vote;
    }

    private static Map<String, Object> style(SplittableRandom random) {
        return random.nextInt(5) == 0 ? null
                : Map.of("tokens", random.nextInt(500), "headers", Map.of("h1", random.nextInt(3)), "lists",
                        Map.of("ordered", random.nextInt(4)), "bold", Map.of("**", random.nextInt(9)));
    }

    private void entry(Map<String, Object> members, String kind) {
        Map<String, Object> entry = new LinkedHashMap<>(members);
        entry.put("kind", kind);
        entries.add(json(entry));
    }

    /** States the board by voters of all votes, with the digest that docs/log.md describes or another. */
    LogFolder state(boolean right) throws IOException {
        Map<String, Object> board = board(counted(), new BoardName("overall", BoardName.Kind.BY_VOTERS),
                entries.size());
        Map<String, Object> kept = new TreeMap<>(
                Map.of("category", "overall", "logSize", entries.size(), "method", "bt",
                        "methodVersion", "5", "styleControl", false, "votes", board.get("votes"), "weights", "voters"));
        List<Map<String, Object>> models = new ArrayList<>();
        for (Object row : (List<?>) board.get("models")) {
            Map<?, ?> model = (Map<?, ?>) row;
            models.add(Map.of("slug", model.get("slug"), "rating", model.get("rating"), "votes", model.get("votes")));
        }
        kept.put("models", models);
        String digest = Hashes.sha256Hex(new JsonCanonicalizer(new String(json(kept), StandardCharsets.UTF_8))
                .getEncodedString());
        kept.keySet().removeAll(List.of("models", "votes"));
        kept.put("digest", right ? digest : digest.replace('a', 'b'));
        entries.add(json(Map.of("kind", "PUBLISH", "time", 1, "boards", List.of(kept))));
        return this;
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all files. */
    LogFolder write() {
        writeLog();
        writeBoards();
        return this;
    }

    /** Writes all files but the boards. */
    void writeLog() {
        Frontier tree = new Frontier();
        Map<Integer, List<Hash>> rows = new HashMap<>();
        entries.forEach(entry -> tree.append(Hash.ofLeaf(entry), (level, index, root) -> {
            if (level % Tile.HEIGHT == 0) {
                rows.computeIfAbsent(level / Tile.HEIGHT, unused -> new ArrayList<>()).add(root);
            }
        }));
        rows.forEach((level, hashes) -> {
            for (long index = 0; index * Tile.WIDTH < hashes.size(); index++) {
                Tile tile = Tile.of(level, index, entries.size());
                int first = (int) tile.first();
                byte[] bytes = new byte[tile.width() * Hash.BYTES];
                for (int i = 0; i < tile.width(); i++) {
                    System.arraycopy(hashes.get(first + i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
                }
                write("log/" + tile.path(), bytes);
                if (level == 0) {
                    write("log/" + tile.entriesPath(),
                            EntryBundle.encode(entries.subList(first, first + tile.width())));
                }
            }
        });
        write("log/checkpoint", SignedNote.of(new Checkpoint(ORIGIN, entries.size(), tree.root()).text(), key)
                .toString().getBytes(StandardCharsets.UTF_8));
        write("api/log/keys", json(List.of(Map.of("key", key.verifier().text()))));
    }

    private CountedVotes counted() {
        CountedVotes votes = new CountedVotes();
        for (int position = 0; position < entries.size(); position++) {
            votes.add(position, Leaf.json(entries.get(position)));
        }
        return votes;
    }

    private void writeBoards() {
        CountedVotes votes = counted();
        write("api/categories", json(Map.of("categories", votes.categories().stream()
                .map(category -> Map.of("slug", category, "votes", 1)).toList())));
        for (String category : votes.categories()) {
            for (BoardName.Kind kind : BoardName.Kind.values()) {
                BoardName name = new BoardName(category, kind);
                write(name.path(), json(board(votes, name, entries.size())));
            }
        }
    }

    static Map<String, Object> board(CountedVotes votes, BoardName name, long size) {
        Figures figures = new Recomputation(votes).board(name, size, size, true);
        Map<String, Integer> ranks = figures.ranks(Set.of());
        Map<String, Object> board = new LinkedHashMap<>();
        board.put("methodVersion", name.kind().version());
        board.put("logSize", size);
        board.put("uncertaintyLogSize", name.kind() == BoardName.Kind.ELO ? null : size);
        board.put("votes", figures.votes());
        List<Map<String, Object>> rows = new ArrayList<>();
        figures.models().forEach((slug, row) -> {
            Map<String, Object> members = new LinkedHashMap<>(row);
            members.put("slug", slug);
            members.put("rank", ranks.get(slug));
            members.putAll(figures.place(slug, ranks.get(slug)));
            rows.add(members);
        });
        board.put("models", rows);
        Map<String, Object> coefficients = new LinkedHashMap<>(figures.style());
        Object position = coefficients.remove("position");
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("coefficients", coefficients);
        style.put("position", position);
        board.put("style", figures.style().isEmpty() ? null : style);
        return board;
    }

    private void write(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
