package org.dohyo.log.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.ConsistencyProof;
import org.dohyo.log.tree.CosignerKey;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.SigningKey;
import org.dohyo.log.tree.VerifierKey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A small witness for one log, as C2SP tlog-witness has it. */
final class TestWitness {

    private static final String NAME = "witness.example/test";

    private final SigningKey secret = SigningKey.generate(NAME);
    private final HttpServer server;
    /** The log's keys; a checkpoint that comes before they are known waits for them. */
    private final CompletableFuture<Supplier<List<VerifierKey>>> logs = new CompletableFuture<>();
    private long size;
    private Hash root = Hash.EMPTY;
    /** The older size of each checkpoint that was signed. */
    private final List<Long> extended = new ArrayList<>();

    TestWitness() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/witness/add-checkpoint", this::answer);
        server.start();
    }

    CosignerKey key() {
        return CosignerKey.of(NAME, secret.verifier().bytes());
    }

    /** As the arena is told of it. */
    String setting() {
        return key().text() + " http://127.0.0.1:" + server.getAddress().getPort() + "/witness";
    }

    void trusts(Supplier<List<VerifierKey>> keys) {
        logs.complete(keys);
    }

    /** Says to have signed such a checkpoint. */
    synchronized void hasSigned(long size, Hash root) {
        this.size = size;
        this.root = root;
    }

    synchronized List<Long> extended() {
        return List.copyOf(extended);
    }

    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = add(body, logs.join().get());
            call.getResponseHeaders().set("Content-Type", answer.status == 409 ? "text/x.tlog.size" : "text/plain");
            byte[] text = answer.text.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(answer.status, text.length == 0 ? -1 : text.length);
            call.getResponseBody().write(text);
        }
    }

    private record Answer(int status, String text) {
    }

    private synchronized Answer add(String body, List<VerifierKey> keys) {
        int blank = body.indexOf("\n\n");
        String[] lines = body.substring(0, blank).split("\n");
        long older = Long.parseLong(lines[0].replace("old ", ""));
        List<Hash> proof = Arrays.stream(lines).skip(1).map(Hash::ofBase64).toList();
        SignedNote note = SignedNote.parse(body.substring(blank + 2));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (note.signers(keys).isEmpty()) {
            return new Answer(403, "");
        }
        if (older > checkpoint.size()) {
            return new Answer(400, "");
        }
        if (older != size || older == checkpoint.size() && !root.equals(checkpoint.root())) {
            return new Answer(409, size + "\n");
        }
        boolean consistent = older == 0 ? proof.isEmpty()
                : new ConsistencyProof(older, checkpoint.size(), proof).verifies(root, checkpoint.root());
        if (!consistent) {
            return new Answer(422, "");
        }
        extended.add(older);
        hasSigned(checkpoint.size(), checkpoint.root());
        // A witness may sign with keys that the log doesn't know.
        return new Answer(200, SigningKey.generate("other").sign("x") + "\n" + cosignature(note.text()) + "\n");
    }

    private NoteSignature cosignature(String text) {
        long second = Instant.now().getEpochSecond();
        byte[] signature = secret.sign("cosignature/v1\ntime " + second + "\n" + text).bytes();
        return new NoteSignature(NAME, key().id(), ByteBuffer.allocate(72).putLong(second).put(signature).array());
    }
}
