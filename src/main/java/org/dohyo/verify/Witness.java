package org.dohyo.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.ConsistencyProof;
import org.dohyo.log.tree.CosignerKey;
import org.dohyo.log.tree.CosigningKey;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.NoteSignature;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.Submission;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.support.Hashes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Signs the checkpoints of logs that continue what it has signed before (C2SP tlog-witness). What it has signed is in
 * {@code KEY.signed} beside its key, and on the disk before a signature is given out; only one process at a time may be
 * the witness.
 */
public final class Witness implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CosigningKey key;
    private final KeptFile file;
    private final KeptFile.Lock lock;
    private final Clock clock;
    // The last checkpoint of each origin that was signed, with the log's signature and the witness's.
    private final Map<String, SignedNote> signed = new TreeMap<>();
    private final Map<String, Set<VerifierKey>> trusted = new TreeMap<>();

    /** Why a checkpoint isn't signed, or that it is. */
    public enum Verdict {
        SIGNED(200),
        /** The old size is larger than that of the checkpoint. */
        MALFORMED(400),
        /** No known key of the log has signed it, or the signature of one is wrong. */
        NOT_SIGNED_BY_THE_LOG(403),
        UNKNOWN_LOG(404),
        /** The witness has signed another size last. */
        OTHER_SIZE(409),
        /** The log doesn't continue what the witness has signed. */
        INCONSISTENT(422);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        /** Of an answer by HTTP. */
        public int status() {
            return status;
        }
    }

    /**
     * @param size that the witness has signed last, if that is what speaks against it
     * @param signature null if it isn't signed
     */
    public record Answer(Verdict verdict, long size, NoteSignature signature) {
    }

    private Witness(CosigningKey key, KeptFile file, KeptFile.Lock lock, Clock clock) {
        this.key = key;
        this.file = file;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Takes up the witness whose key is in a file, which is made at the first time.
     *
     * @param name of a new key; null to take only one that is there
     * @throws Source.UnreachableException if another process is this witness, or a file can't be used
     */
    public static Witness open(Path keyFile, String name, Clock clock) {
        CosigningKey key = WitnessKey.of(keyFile, name);
        KeptFile file = new KeptFile(keyFile.resolveSibling(keyFile.getFileName() + ".signed"));
        KeptFile.Lock lock = file.tryLock().orElseThrow(
                () -> new Source.UnreachableException("another process is the witness of " + keyFile));
        Witness witness = new Witness(key, file, lock, clock);
        try {
            witness.read();
            return witness;
        } catch (IOException | LogFormatException e) {
            lock.close();
            throw new Source.UnreachableException(file.path() + " isn't what this witness has written");
        }
    }

    private void read() throws IOException {
        Optional<byte[]> written = file.read();
        if (written.isPresent()) {
            Map<String, String> notes = JSON.readValue(written.get(), new TypeReference<Map<String, String>>() {
            });
            for (Map.Entry<String, String> note : notes.entrySet()) {
                SignedNote parsed = SignedNote.parse(note.getValue());
                Checkpoint.parse(parsed.text());
                signed.put(note.getKey(), parsed);
            }
        }
    }

    /** The key by which its signatures are verified. */
    public CosignerKey key() {
        return key.key();
    }

    /** Signs the logs of these keys, whose names are the origins, from now on. */
    public synchronized void trust(Collection<VerifierKey> keys) {
        keys.forEach(known -> trusted.computeIfAbsent(known.name(), unused -> new LinkedHashSet<>()).add(known));
    }

    /** The origins of the logs that it signs. */
    public synchronized Set<String> origins() {
        return Set.copyOf(trusted.keySet());
    }

    /** The last checkpoint of an origin that it has signed, with both signatures. */
    public synchronized Optional<SignedNote> last(String origin) {
        return Optional.ofNullable(signed.get(origin));
    }

    /** The same by SHA-256 of the origin, in hexadecimal. */
    public synchronized Optional<SignedNote> lastByHash(String hash) {
        return signed.entrySet().stream().filter(note -> Hashes.sha256Hex(note.getKey()).equals(hash))
                .map(Map.Entry::getValue).findFirst();
    }

    /** The number of entries that it has signed last; 0 if none. */
    long size(String origin) {
        return last(origin).map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
    }

    /**
     * Signs a checkpoint if everything is right.
     *
     * @throws LogFormatException if it isn't a checkpoint
     * @throws Source.UnreachableException if it can't be kept: then it isn't signed
     */
    public synchronized Answer add(Submission submission) {
        Checkpoint checkpoint = Checkpoint.parse(submission.checkpoint().text());
        Set<VerifierKey> keys = trusted.get(checkpoint.origin());
        if (keys == null) {
            return refused(Verdict.UNKNOWN_LOG);
        }
        if (submission.checkpoint().signers(keys).isEmpty()) {
            return refused(Verdict.NOT_SIGNED_BY_THE_LOG);
        }
        if (submission.older() > checkpoint.size()) {
            return refused(Verdict.MALFORMED);
        }
        if (submission.older() != size(checkpoint.origin())) {
            return new Answer(Verdict.OTHER_SIZE, size(checkpoint.origin()), null);
        }
        return continues(submission, checkpoint) ? new Answer(Verdict.SIGNED, 0, sign(submission.checkpoint(), keys))
                : refused(Verdict.INCONSISTENT);
    }

    private static Answer refused(Verdict verdict) {
        return new Answer(verdict, 0, null);
    }

    private boolean continues(Submission submission, Checkpoint checkpoint) {
        if (checkpoint.size() == 0 && !checkpoint.root().equals(Hash.EMPTY)) {
            return false;
        }
        if (submission.older() == 0) {
            return submission.proof().isEmpty();
        }
        Hash root = Checkpoint.parse(last(checkpoint.origin()).orElseThrow().text()).root();
        return new ConsistencyProof(submission.older(), checkpoint.size(), submission.proof()).verifies(root,
                checkpoint.root());
    }

    /** Only the log's own verified signatures are kept beside the witness's. */
    private NoteSignature sign(SignedNote note, Set<VerifierKey> keys) {
        NoteSignature signature = key.sign(note.text(), clock.instant());
        List<NoteSignature> signatures = new ArrayList<>(note.signatures().stream()
                .filter(one -> keys.stream().anyMatch(known -> known.id() == one.keyId()
                        && known.name().equals(one.name())))
                .toList());
        signatures.add(signature);
        String origin = Checkpoint.parse(note.text()).origin();
        SignedNote before = signed.put(origin, new SignedNote(note.text(), signatures));
        try {
            Map<String, String> notes = new TreeMap<>();
            signed.forEach((log, one) -> notes.put(log, one.toString()));
            file.replace(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(notes)
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException | Source.UnreachableException e) {
            if (before == null) {
                signed.remove(origin);
            } else {
                signed.put(origin, before);
            }
            throw new Source.UnreachableException("nothing is signed: " + e.getMessage());
        }
        return signature;
    }

    @Override
    public void close() {
        lock.close();
    }
}
