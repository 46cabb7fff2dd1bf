package org.dohyo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.LogProof;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.SigningKey;
import org.dohyo.log.tree.Tree;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.verify.Report.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A right log passes every check; one changed byte of anything fails the check that is about it. */
class VerificationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);
    private static final int VOTES = 600;

    @TempDir
    private Path temporary;

    private LogFolder log;

    @BeforeEach
    void write() {
        log = new LogFolder(temporary.resolve("arena")).votes(VOTES, 1).write();
    }

    private Verification verification(Source source, VerifierKey... pinned) {
        return new Verification(source, List.of(pinned), SeenLogs.read(temporary.resolve("state/seen.json")),
                (done, all) -> {
                }, CLOCK);
    }

    private Report verified() {
        return verification(new FolderSource(log.folder())).run(true);
    }

    private static List<String> failed(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED || finding.outcome() == Outcome.FORK)
                .map(Report.Finding::check).distinct().toList();
    }

    @Test
    void rightLog_passesEveryCheck() {
        Report report = verified();
        assertThat(report.findings()).filteredOn(finding -> finding.outcome() != Outcome.OK)
                .extracting(Report.Finding::text).hasSize(2)
                .anyMatch(text -> text.contains("from the arena itself"))
                .anyMatch(text -> text.contains("not recomputed, because entries don't have it"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.check().equals("board") && finding.outcome() == Outcome.OK).hasSize(12);
        assertThat(report.outcome()).isEqualTo(Outcome.OK);
        assertThat(report.log().size()).isEqualTo(log.entries().size());
        assertThat(verified().findings()).filteredOn(finding -> finding.check().equals("consistency")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "log/tile/entries/000, 5000, root", "log/tile/entries/001, 300, root", "log/tile/0/000, 77, tiles",
            "log/tile/1/000.p/2, 33, tiles", "log/checkpoint, -20, signature", "log/checkpoint, 20, signature" })
    void changedByte_isFound(String path, int place, String check) throws IOException {
        Path file = log.folder().resolve(path);
        byte[] bytes = Files.readAllBytes(file);
        int at = place < 0 ? bytes.length + place : place;
        bytes[at] = (byte) (bytes[at] == 'x' ? 'y' : bytes[at] ^ 1);
        Files.write(file, bytes);
        Report report = verified();
        assertThat(failed(report)).contains(check);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void lastBitOfAFigure_isFound() throws IOException {
        for (BoardName.Kind kind : BoardName.Kind.values()) {
            Path file = log.folder().resolve(new BoardName("overall", kind).path());
            String board = Files.readString(file);
            String rating = board.replaceAll("(?s).*?\"rating\":([0-9.]+),.*", "$1");
            double other = Math.nextUp(Double.parseDouble(rating));
            Files.writeString(file, board.replaceFirst(rating, Double.toString(other)));
            Report report = verified();
            assertThat(failed(report)).as(kind.name()).containsExactly("board");
            assertThat(report.findings()).filteredOn(finding -> finding.outcome() == Outcome.FAILED).singleElement()
                    .extracting(Report.Finding::text).asString().contains("rating is " + other + ", not " + rating);
            Files.writeString(file, board);
        }
        assertThat(failed(verified())).isEmpty();
    }

    private String changed(BoardName.Kind kind, String figure, String from, String to) throws IOException {
        Path file = log.folder().resolve(new BoardName("overall", kind).path());
        String board = Files.readString(file);
        String other = board.replaceFirst("\"" + figure + "\":" + from, "\"" + figure + "\":" + to);
        assertThat(other).isNotEqualTo(board);
        Files.writeString(file, other);
        Report report = verified();
        Files.writeString(file, board);
        return report.findings().stream().filter(finding -> finding.outcome() == Outcome.FAILED)
                .map(finding -> finding.check() + " " + finding.text()).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(value = BoardName.Kind.class, names = "ELO", mode = EnumSource.Mode.EXCLUDE)
    void otherRangeOfRanks_isFound(BoardName.Kind kind) throws IOException {
        assertThat(changed(kind, "rankLow", "\\d+\\.0", "77")).startsWith("board ").contains("rankLow is 77, not ");
        assertThat(changed(kind, "rankHigh", "\\d+\\.0", "77")).startsWith("board ").contains("rankHigh is 77, not ");
        assertThat(changed(kind, "rank", "\\d+", "null")).startsWith("board ").contains("rank is missing, not ");
    }

    @ParameterizedTest
    @EnumSource(value = BoardName.Kind.class, names = { "BY_VOTERS", "BY_VOTES" })
    void otherNumberOfVotesToFlip_isFound(BoardName.Kind kind) throws IOException {
        assertThat(changed(kind, "votesToFlip", "\\d+\\.0", "100000")).contains("votesToFlip is 100000, not ");
        assertThat(changed(kind, "votesToFlip", "null", "1")).contains("votesToFlip is 1, not null");
    }

    @Test
    void rangesOfTheFormerMethod_areNoted() throws IOException {
        Path file = log.folder().resolve(new BoardName("overall", BoardName.Kind.BY_VOTERS).path());
        Files.writeString(file, Files.readString(file).replace("\"methodVersion\":\"5\"", "\"methodVersion\":\"4\"")
                .replaceFirst("\"rankLow\":\\d+", "\"rankLow\":77"));
        Report report = verified();
        assertThat(report.outcome()).isEqualTo(Outcome.OK);
        assertThat(report.findings()).anyMatch(finding -> finding.outcome() == Outcome.NOTE
                && finding.text().contains("but for its ranges of ranks and votes to flip"));
        assertThat(changed(BoardName.Kind.BY_VOTERS, "winRate", "0", "1")).contains("winRate is 1.");
    }

    @Test
    void missingBoardOrOlderMethod_isFound() throws IOException {
        Path file = log.folder().resolve(new BoardName("overall", BoardName.Kind.ELO).path());
        String board = Files.readString(file);
        Files.writeString(file, board.replace("\"methodVersion\":\"4\"", "\"methodVersion\":\"3\""));
        assertThat(verified().findings()).anyMatch(finding -> finding.outcome() == Outcome.FAILED
                && finding.text().contains("only version 4 can be recomputed"));
        Files.delete(file);
        assertThat(failed(verified())).containsExactly("board");
        Files.writeString(file, "{\"models\":[],\"logSize\":0}");
        assertThat(failed(verified())).as("an empty board").containsExactly("board");
        Files.writeString(log.folder().resolve("api/categories"), "{\"categories\":[]}");
        Files.writeString(file, board);
        assertThat(failed(verified())).as("all boards are read all the same").isEmpty();
    }

    @Test
    void grownLog_continuesTheOneBefore_anotherIsAFork() throws IOException {
        assertThat(verified().outcome()).isEqualTo(Outcome.OK);
        String former = Files.readString(log.folder().resolve("log/checkpoint"));
        log.votes(50, 2).write();
        assertThat(verified().findings()).anyMatch(finding -> finding.check().equals("consistency")
                && finding.outcome() == Outcome.OK);
        log.entries().set(3, log.entries().get(4));
        log.votes(50, 3).writeLog();
        Report report = verification(new FolderSource(log.folder())).run(false);
        assertThat(report.findings()).filteredOn(finding -> finding.outcome() == Outcome.FORK).singleElement()
                .extracting(Report.Finding::text).asString()
                .contains("contradict", Files.readString(log.folder().resolve("log/checkpoint")))
                .doesNotContain(former);
        assertThat(report.outcome()).isEqualTo(Outcome.FORK);
        assertThat(verification(new FolderSource(log.folder())).run(false).outcome())
                .as("what contradicts isn't remembered").isEqualTo(Outcome.FORK);
    }

    @Test
    void otherRootOfTheSameSize_isAFork_evenIfItsEntriesAreMissing() throws IOException {
        assertThat(verified().outcome()).isEqualTo(Outcome.OK);
        Files.writeString(log.folder().resolve("log/checkpoint"), SignedNote.of(new Checkpoint(LogFolder.ORIGIN,
                log.entries().size(), Hash.ofLeaf(new byte[1])).text(), log.key()).toString());
        Files.delete(log.folder().resolve("log/tile/entries/000"));
        assertThat(verification(new FolderSource(log.folder())).run(false).outcome()).isEqualTo(Outcome.FORK);
    }

    @Test
    void shorterLogThanSeen_isAForkWhereItIsLive() {
        assertThat(verified().outcome()).isEqualTo(Outcome.OK);
        List<byte[]> entries = log.entries();
        entries.subList(100, entries.size()).clear();
        log.write();
        assertThat(verified().findings()).as("an old copy").anyMatch(finding -> finding.outcome() == Outcome.NOTE
                && finding.text().contains("older than a checkpoint"));
        Source folder = new FolderSource(log.folder());
        Source live = new Source() {
            @Override
            public byte[] read(String path, int most) {
                return folder.read(path, most);
            }

            @Override
            public String address() {
                return "http://arena.example/";
            }

            @Override
            public boolean live() {
                return true;
            }
        };
        assertThat(verification(live).run(false).outcome()).isEqualTo(Outcome.FORK);
    }

    @Test
    void pinnedKey_isTheOnlyOne() {
        assertThat(verification(new FolderSource(log.folder()), log.key().verifier()).run(false).findings())
                .allMatch(finding -> finding.outcome() == Outcome.OK);
        VerifierKey other = SigningKey.generate(LogFolder.ORIGIN).verifier();
        assertThat(failed(verification(new FolderSource(log.folder()), other).run(false))).containsExactly("signature");
    }

    @Test
    void votesThatCountTwice_orAreTakenBackUncounted_areFound() {
        List<byte[]> entries = log.entries();
        int last = entries.size() - 1;
        while (Leaf.of(entries.get(last)) == null || Leaf.of(entries.get(last)).sign() < 0) {
            last--;
        }
        byte[] counted = entries.get(last);
        entries.add(counted);
        log.writeLog();
        assertThat(verified().findings())
                .anyMatch(finding -> finding.text().contains("a vote counts twice"));
        byte[] taken = new String(counted, StandardCharsets.UTF_8).replaceAll("CAST|RESTORE", "WITHDRAW")
                .getBytes(StandardCharsets.UTF_8);
        entries.set(entries.size() - 1, taken);
        entries.add(taken);
        log.writeLog();
        assertThat(verified().findings())
                .anyMatch(finding -> finding.text().contains("a vote is taken back that doesn't count"));
    }

    @Test
    void statedBoards_areThoseOfTheEntries() throws IOException {
        log.state(true).write();
        assertThat(verified().findings()).filteredOn(finding -> finding.check().equals("statement")).singleElement()
                .extracting(Report.Finding::outcome).isEqualTo(Outcome.OK);
        log.state(false).write();
        assertThat(failed(verified())).containsExactly("statement");
    }

    private Report witnessed() {
        try (Witness witness = Witness.open(temporary.resolve("w.key"), "witness.example/w", CLOCK)) {
            Source folder = new FolderSource(log.folder());
            Verification verification = verification(folder, log.key().verifier());
            verification.witness(witness);
            Report report = verification.run(false);
            if (report.outcome() == Outcome.OK) {
                SignedNote note = verification.cosigned();
                assertThat(note.signers(List.of(log.key().verifier()))).isNotEmpty();
                assertThat(note.signatures()).anyMatch(signature -> witness.key().signedAt(note.text(), signature)
                        .filter(CLOCK.instant()::equals).isPresent());
            } else {
                assertThat(verification.cosigned()).isNull();
            }
            return report;
        }
    }

    @Test
    void witness_signsWhatContinues_andNothingElse() throws IOException {
        assertThat(witnessed().findings()).contains(new Report.Finding("witness", Outcome.OK,
                "signed by witness.example/w"));
        assertThat(witnessed().outcome()).as("the same again").isEqualTo(Outcome.OK);
        log.votes(40, 3).write();
        assertThat(witnessed().outcome()).isEqualTo(Outcome.OK);

        Files.delete(temporary.resolve("state/seen.json"));
        List<byte[]> entries = log.entries();
        byte[] last = entries.remove(entries.size() - 1);
        log.writeLog();
        assertThat(failed(witnessed())).as("set back").containsExactly("witness");
        entries.add(entries.get(5));
        entries.add(last);
        log.writeLog();
        Files.delete(temporary.resolve("state/seen.json"));
        Report fork = verification(new FolderSource(log.folder())).run(false);
        assertThat(failed(fork)).as("a vote counts twice").containsExactly("entries");
    }

    @Test
    void witness_refusesAForkThatTheMemoryOfVerificationsDoesntKnow() throws IOException {
        assertThat(witnessed().outcome()).isEqualTo(Outcome.OK);
        String signed = Files.readString(temporary.resolve("w.key.signed"));
        Files.delete(temporary.resolve("state/seen.json"));
        LogFolder other = new LogFolder(temporary.resolve("other"), log.key()).votes(VOTES + 9, 2).write();
        log = other;
        Report report = witnessed();
        assertThat(report.outcome()).isEqualTo(Outcome.FORK);
        assertThat(report.findings()).filteredOn(finding -> finding.outcome() == Outcome.FORK).singleElement()
                .extracting(Report.Finding::text).asString().contains("doesn't continue")
                .contains("witness.example/w", Files.readString(log.folder().resolve("log/checkpoint")));
        assertThat(temporary.resolve("w.key.signed")).hasContent(signed);
    }

    private LogProof proof(int index) {
        List<byte[]> entries = log.entries();
        Tree tree = new Tree((level, place) -> {
            Frontier part = new Frontier();
            for (long i = place << level; i < place + 1 << level; i++) {
                part.append(Hash.ofLeaf(entries.get((int) i)));
            }
            return part.root();
        }, entries.size());
        SignedNote note = SignedNote.of(new Checkpoint(LogFolder.ORIGIN, entries.size(), tree.root()).text(),
                log.key());
        return new LogProof(entries.get(index), index, tree.inclusionOf(index).hashes(), note);
    }

    @Test
    void receipt_isVerifiedOffline() {
        Verification offline = verification(null, log.key().verifier());
        offline.receipt("vote", proof(7).toString().getBytes(StandardCharsets.UTF_8));
        assertThat(offline.run(true).outcome()).isEqualTo(Outcome.OK);
        Verification wrong = verification(null, log.key().verifier());
        LogProof right = proof(7);
        wrong.receipt("vote", new LogProof(right.extra(), 8, right.hashes(), right.checkpoint()).toString()
                .getBytes(StandardCharsets.UTF_8));
        wrong.receipt("text", "a receipt".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.run(true).findings()).hasSize(2)
                .allMatch(finding -> finding.outcome() == Outcome.FAILED);
        Verification unknown = verification(null);
        unknown.receipt("vote", proof(7).toString().getBytes(StandardCharsets.UTF_8));
        assertThat(unknown.run(true).findings()).singleElement().extracting(Report.Finding::text).asString()
                .contains("no key of arena.example/log is known");
    }

    @Test
    void receiptOfAnotherTree_isAFork() {
        LogProof before = proof(7);
        log.entries().set(9, log.entries().get(8));
        log.votes(10, 4).writeLog();
        Verification verification = verification(new FolderSource(log.folder()));
        verification.receipt("vote", before.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(verification.run(false).outcome()).isEqualTo(Outcome.FORK);
    }

    private byte[] promise(Map<String, Object> members, Instant until) {
        String text = LogFolder.ORIGIN + "\nvote promise v1\n"
                + new String(LogFolder.json(members), StandardCharsets.UTF_8) + "\nin the log by "
                + until.getEpochSecond() + "\n";
        return SignedNote.of(text, log.key()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private Report promised(Map<String, Object> members, Instant until) {
        Verification verification = verification(new FolderSource(log.folder()));
        verification.receipt("promise", promise(members, until));
        return verification.run(false);
    }

    @Test
    void promise_isKeptOrBroken() {
        String vote = Leaf.json(log.entries().get(0)).path("vote").asText();
        String outcome = Leaf.json(log.entries().get(0)).path("outcome").asText();
        Instant now = CLOCK.instant();
        assertThat(promised(Map.of("kind", "CAST", "vote", vote, "outcome", outcome), now).findings())
                .anyMatch(finding -> finding.text().contains("kept by entry 0"));
        assertThat(failed(promised(Map.of("kind", "CAST", "vote", vote, "outcome", "C"), now)))
                .containsExactly("receipt");
        Map<String, Object> missing = Map.of("kind", "CAST", "vote", "no vote of the log");
        assertThat(failed(promised(missing, now.minusSeconds(1)))).containsExactly("receipt");
        assertThat(failed(promised(missing, now.plusSeconds(1)))).isEmpty();
    }

    @Test
    void textsOfAnArena_cantChangeATerminal() throws IOException {
        Files.writeString(log.folder().resolve("api/categories"),
                "{\"categories\":[{\"slug\":\"\\u001b[2J\",\"votes\":1}]}");
        assertThat(verified().findings()).noneMatch(finding -> finding.text().contains("\u001b"));
    }

    @Test
    void hugeOrMissingFiles_areRefused() throws IOException {
        Files.write(log.folder().resolve("log/tile/0/000"), new byte[1 << 20]);
        assertThat(failed(verified())).contains("entries");
        try (Stream<Path> files = Files.list(log.folder())) {
            assertThat(files).isNotEmpty();
        }
        Files.write(log.folder().resolve("log/checkpoint"), new byte[1 << 20]);
        assertThat(failed(verified())).containsExactly("signature");
        Files.createDirectories(temporary.resolve("state"));
        Files.writeString(temporary.resolve("state/seen.json"), "{");
        assertThatThrownBy(this::verified).isInstanceOf(Source.UnreachableException.class);
    }
}
