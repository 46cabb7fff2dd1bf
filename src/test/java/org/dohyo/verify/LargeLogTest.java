package org.dohyo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.EntryBundle;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.SigningKey;
import org.dohyo.log.tree.Tile;
import org.dohyo.support.Hashes;
import org.dohyo.verify.Report.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much time of a core the verification of a large log takes, and how much memory, without the network: entries are
 * made when they are read, which counts too.
 * {@code ./mvnw test -Pproof -Dtest=LargeLogTest -Ddohyo.verify.entries=1000000} prints it.
 */
@Tag("proof")
class LargeLogTest {

    private static final int ENTRIES = Integer.getInteger("dohyo.verify.entries", 1_000_000);
    private static final int MODELS = 100;
    private static final int VOTERS = 50_000;
    private static final long MOST_SECONDS = 60;

    @TempDir
    private Path temporary;

    /** A log that is calculated from the numbers of its entries. */
    private static final class Calculated implements Source {

        private final SigningKey key = SigningKey.generate(LogFolder.ORIGIN);
        private final Map<String, byte[]> files = new HashMap<>();
        private final byte[] hexadecimal = new byte[32];

        Calculated() {
            Frontier tree = new Frontier();
            CountedVotes votes = new CountedVotes();
            List<List<Hash>> rows = new ArrayList<>();
            for (int i = 0; i < ENTRIES; i++) {
                byte[] entry = entry(i);
                votes.add(i, Leaf.json(entry));
                tree.append(Hash.ofLeaf(entry), (level, index, root) -> {
                    if (level % Tile.HEIGHT == 0) {
                        while (rows.size() <= level / Tile.HEIGHT) {
                            rows.add(new ArrayList<>());
                        }
                        rows.get(level / Tile.HEIGHT).add(root);
                    }
                });
            }
            for (int level = 0; level < rows.size(); level++) {
                keep(level, rows.get(level));
            }
            files.put("log/checkpoint", SignedNote.of(new Checkpoint(LogFolder.ORIGIN, ENTRIES, tree.root()).text(),
                    key).toString().getBytes(StandardCharsets.UTF_8));
            files.put("api/log/keys", LogFolder.json(List.of(Map.of("key", key.verifier().text()))));
            files.put("api/categories", LogFolder.json(Map.of("categories", List.of(Map.of("slug", "overall", "votes",
                    1)))));
            for (BoardName.Kind kind : BoardName.Kind.values()) {
                BoardName name = new BoardName("overall", kind);
                files.put(name.path(), LogFolder.json(LogFolder.board(votes, name, ENTRIES)));
            }
        }

        private void keep(int level, List<Hash> hashes) {
            for (long index = 0; index * Tile.WIDTH < hashes.size(); index++) {
                Tile tile = Tile.of(level, index, ENTRIES);
                byte[] bytes = new byte[tile.width() * Hash.BYTES];
                for (int i = 0; i < tile.width(); i++) {
                    System.arraycopy(hashes.get((int) tile.first() + i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
                }
                files.put("log/" + tile.path(), bytes);
            }
        }

        /** Of the members and the length that entries have. */
        private byte[] entry(int number) {
            SplittableRandom random = new SplittableRandom(number);
            int a = random.nextInt(MODELS);
            int b = (a + 1 + random.nextInt(MODELS - 1)) % MODELS;
            String hash = HexFormat.of().formatHex(hexadecimal);
            String style = "{\"bold\":{\"**\":%d,\"__\":0},\"headers\":{\"h1\":0,\"h2\":%d},\"lists\":{\"ordered\":0,"
                    .formatted(random.nextInt(9), random.nextInt(4)) + "\"unordered\":%d},\"tokens\":%d}";
            return ("{\"battle\":\"" + new UUID(number, 1)
                    + "\",\"categories\":[\"overall\"],\"categoriesVersion\":\"1\","
                    + "\"commitment\":\"" + hash + "\",\"counted\":true,\"kind\":\"CAST\",\"modelA\":{\"revision\":1,"
                    + "\"slug\":\"model-" + a + "\"},\"modelB\":{\"revision\":1,\"slug\":\"model-" + b
                    + "\"},\"notCountedReason\":null,\"origin\":\"ARENA\",\"outcome\":\""
                    + List.of("A", "B", "TIE", "BOTH_BAD").get(Math.min(3, (int) (5 * random.nextDouble() * (a + 20)
                            / (b + 20) % 4)))
                    + "\",\"promptGroup\":\"" + String.format("%016x", random.nextInt(ENTRIES)) + hash.substring(16)
                    + "\",\"propensity\":null,\"reason\":null,\"stratum\":\""
                    + (random.nextInt(5) == 0 ? "SUGGESTED" : "OWN")
                    + "\",\"styleA\":" + style.formatted(random.nextInt(5), random.nextInt(900)) + ",\"styleB\":"
                    + style.formatted(random.nextInt(5), random.nextInt(900))
                    + ",\"time\":1790000000,\"version\":2,\"vote\":\""
                    + new UUID(number, 2) + "\",\"voterTag\":\""
                    + Hashes.sha256Hex(Integer.toString(random.nextInt(VOTERS))) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] read(String path, int most) {
            if (!path.startsWith("log/tile/entries/")) {
                return files.get(path);
            }
            int index = Integer.parseInt(path.substring("log/tile/entries/".length()).replaceAll("\\.p.*|[x/]", ""));
            List<byte[]> entries = new ArrayList<>();
            for (int i = index * Tile.WIDTH; i < Math.min(ENTRIES, (index + 1) * Tile.WIDTH); i++) {
                entries.add(entry(i));
            }
            return EntryBundle.encode(entries);
        }

        @Override
        public String address() {
            return "a calculated log";
        }

        @Override
        public boolean live() {
            return false;
        }
    }

    private static long usedMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    @Test
    void verification_takesLessThanAMinute() {
        Calculated log = new Calculated();
        long before = usedMegabytes();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long begun = clock.getCurrentThreadCpuTime();
        long[] read = new long[2];
        Report report = new Verification(log, List.of(), SeenLogs.read(temporary.resolve("seen.json")), (done, all) -> {
            if (done == all) {
                read[0] = clock.getCurrentThreadCpuTime();
                read[1] = usedMegabytes();
            }
        }, Clock.systemUTC()).run(true);
        double all = (clock.getCurrentThreadCpuTime() - begun) / 1e9;
        System.out.printf(
                "%d entries: %.1f s of one core, of which %.1f s for reading them and %.1f s for six boards; %d MB are held%n",
                ENTRIES, all, (read[0] - begun) / 1e9, all - (read[0] - begun) / 1e9, read[1] - before);
        assertThat(report.findings()).filteredOn(finding -> finding.outcome() == Outcome.FAILED).isEmpty();
        assertThat(report.findings()).filteredOn(finding -> finding.text().contains("equal to the last bit"))
                .hasSize(6);
        assertThat(all).isLessThan(MOST_SECONDS);
    }
}
