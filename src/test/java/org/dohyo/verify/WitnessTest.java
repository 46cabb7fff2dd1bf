package org.dohyo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.dohyo.Http1;
import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.SigningKey;
import org.dohyo.log.tree.Submission;
import org.dohyo.log.tree.Tree;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.support.Hashes;
import org.dohyo.verify.Witness.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A witness answers as C2SP tlog-witness says, and signs nothing that doesn't continue what it has signed. */
class WitnessTest {

    private static final String ORIGIN = "arena.example/log";
    private static final String NAME = "witness.example/w1";
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path temporary;

    private final SigningKey log = SigningKey.generate(ORIGIN);
    private Witness witness;

    @BeforeEach
    void open() {
        witness = opened();
        witness.trust(List.of(log.verifier()));
    }

    @AfterEach
    void close() {
        witness.close();
    }

    private Witness opened() {
        return Witness.open(temporary.resolve("w1.key"), NAME, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** A log whose leaves are numbers; from one on they are others. */
    private static Tree tree(long size, long othersFrom) {
        return new Tree((level, place) -> {
            Frontier part = new Frontier();
            for (long i = place << level; i < place + 1 << level; i++) {
                part.append(Hash.ofLeaf(new byte[] { (byte) i, (byte) (i >= othersFrom ? 1 : 0) }));
            }
            return part.root();
        }, size);
    }

    private SignedNote note(Tree tree, SigningKey... keys) {
        String text = new Checkpoint(ORIGIN, tree.size(), tree.root()).text();
        List<NoteSignature> signatures = new ArrayList<>();
        for (SigningKey key : keys.length == 0 ? new SigningKey[] { log } : keys) {
            signatures.add(key.sign(text));
        }
        return new SignedNote(text, signatures);
    }

    private Submission submission(long older, Tree tree) {
        return new Submission(older, older == 0 ? List.of() : tree.consistencyWith(older).hashes(), note(tree));
    }

    private Verdict add(long older, long size) {
        return witness.add(submission(older, tree(size, 100))).verdict();
    }

    @Test
    void growingLog_isSigned_withTheTime() {
        Submission first = submission(0, tree(5, 100));
        NoteSignature signature = witness.add(first).signature();
        assertThat(witness.key().signedAt(first.checkpoint().text(), signature)).contains(NOW);
        assertThat(add(5, 5)).as("the same again").isEqualTo(Verdict.SIGNED);
        assertThat(add(5, 8)).isEqualTo(Verdict.SIGNED);
        assertThat(add(8, 21)).isEqualTo(Verdict.SIGNED);
        SignedNote last = witness.last(ORIGIN).orElseThrow();
        assertThat(last.signers(List.of(log.verifier()))).hasSize(1);
        assertThat(last.signatures()).anyMatch(one -> witness.key().signedAt(last.text(), one).isPresent());
        assertThat(witness.lastByHash(Hashes.sha256Hex(ORIGIN))).contains(last);
    }

    @Test
    void forksAndLogsSetBack_areRefused() {
        assertThat(add(0, 9)).isEqualTo(Verdict.SIGNED);
        assertThat(witness.add(submission(9, tree(12, 7))).verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(witness.add(submission(9, tree(9, 7))).verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(witness.add(new Submission(9, List.of(), note(tree(12, 100)))).verdict())
                .isEqualTo(Verdict.INCONSISTENT);
        Witness.Answer setBack = witness.add(submission(4, tree(6, 100)));
        assertThat(setBack.verdict()).isEqualTo(Verdict.OTHER_SIZE);
        assertThat(setBack.size()).isEqualTo(9);
        assertThat(add(0, 6)).isEqualTo(Verdict.OTHER_SIZE);
        assertThat(add(12, 14)).isEqualTo(Verdict.OTHER_SIZE);
        Submission beyond = new Submission(12, List.of(), note(tree(9, 100)));
        assertThat(witness.add(beyond).verdict()).isEqualTo(Verdict.MALFORMED);
        assertThat(add(9, 12)).as("the log itself goes on").isEqualTo(Verdict.SIGNED);
    }

    @Test
    void emptyTree_hasItsOwnRoot_andNoProof() {
        assertThat(witness.add(new Submission(0, List.of(), SignedNote.of(
                new Checkpoint(ORIGIN, 0, Hash.ofLeaf(new byte[0])).text(), log))).verdict())
                .isEqualTo(Verdict.INCONSISTENT);
        assertThat(add(0, 0)).isEqualTo(Verdict.SIGNED);
        assertThat(witness.add(new Submission(0, List.of(Hash.EMPTY), note(tree(3, 100)))).verdict())
                .isEqualTo(Verdict.INCONSISTENT);
    }

    @Test
    void unknownLogsAndKeys_areRefused() {
        SigningKey stranger = SigningKey.generate(ORIGIN);
        assertThat(witness.add(new Submission(0, List.of(), note(tree(3, 100), stranger))).verdict())
                .isEqualTo(Verdict.NOT_SIGNED_BY_THE_LOG);
        assertThat(witness.add(new Submission(0, List.of(), note(tree(3, 100), stranger, log))).verdict())
                .as("signatures of others don't matter").isEqualTo(Verdict.SIGNED);
        assertThat(witness.last(ORIGIN).orElseThrow().signatures()).as("nor are they kept").hasSize(2);
        NoteSignature forged = new NoteSignature(ORIGIN, log.verifier().id(), new byte[64]);
        String text = note(tree(4, 100)).text();
        assertThat(witness.add(new Submission(3, tree(4, 100).consistencyWith(3).hashes(),
                new SignedNote(text, List.of(log.sign(text), forged)))).verdict())
                .as("one wrong signature of a known key").isEqualTo(Verdict.NOT_SIGNED_BY_THE_LOG);
        SigningKey other = SigningKey.generate("other.example/log");
        String others = new Checkpoint("other.example/log", 1, Hash.EMPTY).text();
        assertThat(witness.add(new Submission(0, List.of(), SignedNote.of(others, other))).verdict())
                .isEqualTo(Verdict.UNKNOWN_LOG);
    }

    @Test
    void whatWasSigned_isKept_andOneProcessIsTheWitness() {
        assertThat(add(0, 7)).isEqualTo(Verdict.SIGNED);
        assertThatThrownBy(this::opened).isInstanceOf(Source.UnreachableException.class)
                .hasMessageContaining("another process is the witness");
        VerifierKey known = log.verifier();
        String key = witness.key().text();
        witness.close();
        open();
        assertThat(witness.key().text()).isEqualTo(key);
        witness.trust(List.of(known));
        assertThat(add(0, 7)).isEqualTo(Verdict.OTHER_SIZE);
        assertThat(add(7, 9)).isEqualTo(Verdict.SIGNED);
    }

    @Test
    void whatCantBeKept_isntSigned() throws IOException {
        Path file = temporary.resolve("w1.key.signed");
        Files.createDirectory(file);
        Files.writeString(file.resolve("in the way"), "x");
        assertThatThrownBy(() -> add(0, 7)).isInstanceOf(Source.UnreachableException.class)
                .hasMessageContaining("nothing is signed");
        assertThat(witness.last(ORIGIN)).isEmpty();
    }

    @Test
    void key_isItsOwnersAlone() throws IOException {
        Path file = temporary.resolve("w1.key");
        assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE);
        assertThat(Files.readString(file)).startsWith("PRIVATE+KEY+" + NAME + "+");
        witness.close();
        assertThatThrownBy(() -> Witness.open(file, "witness.example/w2", Clock.systemUTC()))
                .hasMessageContaining("its name is witness.example/w1");
        Set<PosixFilePermission> open = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(file, open);
        assertThatThrownBy(this::opened).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "no key");
        assertThatThrownBy(this::opened).isInstanceOf(Source.UnreachableException.class);
        assertThatThrownBy(() -> Witness.open(temporary.resolve("none"), null, Clock.systemUTC()))
                .hasMessageContaining("--witness-name");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "old 1", "old 01\n\n", "old -1\n\n", "new 0\n\n", "old 0\nno hash\n\n", "old 0\n\n" })
    void otherBodies_areRefused(String body) throws Exception {
        try (WitnessServer server = WitnessServer.start(witness, "127.0.0.1", 0)) {
            assertThat(post(server, body).statusCode()).isEqualTo(400);
            assertThat(post(server, body + note(tree(3, 100))).statusCode()).isEqualTo(body.equals("old 0\n\n") ? 200
                    : 400);
        }
    }

    private static HttpResponse<String> post(WitnessServer server, String body) throws Exception {
        return Http1.client()
                .send(HttpRequest.newBuilder(uri(server, "add-checkpoint"))
                        .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static URI uri(WitnessServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/" + path);
    }

    private static HttpResponse<String> get(WitnessServer server, String path) throws Exception {
        return Http1.client().send(
                HttpRequest.newBuilder(uri(server, path)).build(),
                BodyHandlers.ofString());
    }

    @Test
    void server_hasTheStandardsAnswers() throws Exception {
        String monitored = Hashes.sha256Hex(ORIGIN) + "/checkpoint";
        try (WitnessServer server = WitnessServer.start(witness, "127.0.0.1", 0)) {
            assertThat(get(server, monitored).statusCode()).isEqualTo(404);
            HttpResponse<String> signed = post(server, submission(0, tree(6, 100)).body());
            assertThat(signed.statusCode()).isEqualTo(200);
            assertThat(signed.body()).endsWith("\n");
            assertThat(witness.key().signedAt(note(tree(6, 100)).text(), NoteSignature.parse(signed.body().strip())))
                    .contains(NOW);
            HttpResponse<String> conflict = post(server, submission(0, tree(7, 100)).body());
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.body()).isEqualTo("6\n");
            assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(post(server, submission(6, tree(8, 3)).body()).statusCode()).isEqualTo(422);
            assertThat(post(server, "old 6\n" + "A".repeat(1 << 17)).statusCode()).isEqualTo(413);
            assertThat(get(server, "add-checkpoint").statusCode()).isEqualTo(405);
            assertThat(get(server, "").statusCode()).isEqualTo(404);
            assertThat(SignedNote.parse(get(server, monitored).body()).signatures()).hasSize(2);
            assertThatThrownBy(() -> WitnessServer.start(witness, "127.0.0.1", server.port()))
                    .isInstanceOf(Source.UnreachableException.class);
        }
    }
}
