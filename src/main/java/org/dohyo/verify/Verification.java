package org.dohyo.verify;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.Submission;
import org.dohyo.log.tree.TileSubtrees;
import org.dohyo.log.tree.Tree;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.verify.Receipt.Promise;
import org.dohyo.verify.Receipt.Proof;
import org.dohyo.verify.Report.Outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One verification of an arena, of the log of a project, or of receipts alone. */
public final class Verification {

    private static final int LONGEST_NOTE = 1 << 16;
    private static final int LONGEST_KEYS = 1 << 20;
    private static final int MOST_FAULTS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source source;
    private final List<VerifierKey> pinned;
    private final SeenLogs seen;
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final Progress progress;
    private final Clock clock;
    private final Report report = new Report();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Claim> contradicted = new ArrayList<>();
    private final Set<Promise> kept = new HashSet<>();
    private final Judgements judgements = new Judgements();
    private Witness witness;
    private SignedNote cosigned;

    /** A root that was signed for a size, now or before. */
    private record Claim(long size, Hash root, String note, String where) {
    }

    /** The newest checkpoint as the source has it. */
    private record Signed(SignedNote note, Checkpoint checkpoint, List<VerifierKey> keys) {
    }

    /**
     * @param source null to verify receipts alone
     * @param pinned the only keys that are accepted; empty to accept those of the arena and those seen before
     */
    public Verification(Source source, List<VerifierKey> pinned, SeenLogs seen, Progress progress, Clock clock) {
        this.source = source;
        this.pinned = pinned;
        this.seen = seen;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Has a witness sign the checkpoint if everything is right, and know the log's keys from then on.
     *
     * @param signer null for none
     */
    public void witness(Witness signer) {
        this.witness = signer;
    }

    /** The checkpoint with the witness's signature; null if it has not signed. */
    public SignedNote cosigned() {
        return cosigned;
    }

    /** Adds a file with a receipt or a promise. */
    public void receipt(String name, byte[] file) {
        try {
            receipts.put(name, Receipt.parse(file));
        } catch (LogFormatException e) {
            report.add("receipt", Outcome.FAILED, name + ": " + e.getMessage());
        }
    }

    /**
     * Runs all checks.
     *
     * @param boards false to leave the boards out
     * @throws Source.UnreachableException if nothing can be said
     */
    public Report run(boolean boards) {
        if (source == null) {
            receipts.forEach((name, receipt) -> verify(name, receipt, known(receipt.origin(), List.of())));
            return report;
        }
        BoardCheck check = new BoardCheck(source, report);
        JudgedBoards judged = new JudgedBoards(source, report);
        boolean ofProject = source instanceof ProjectSource;
        if (boards && ofProject) {
            judged.read();
        } else if (boards) {
            check.read();
        }
        Signed signed = signed();
        if (signed == null) {
            return report;
        }
        collect(signed);
        CountedVotes votes = read(signed, check);
        if (boards && votes != null && ofProject) {
            judged.compare(judgements, signed.checkpoint().size());
        } else if (boards && votes != null) {
            check.compare(votes, signed.checkpoint().size());
        }
        if (report.has("signature", Outcome.OK) && report.has("root", Outcome.OK)
                && report.outcome() != Outcome.FORK) {
            keep(signed);
            if (witness != null && report.outcome() == Outcome.OK) {
                try {
                    cosign(signed);
                } catch (LogFormatException | Source.MissingException e) {
                    report.add("witness", Outcome.FAILED, "not signed: " + e.getMessage());
                }
            }
        }
        return report;
    }

    private List<VerifierKey> known(String origin, List<VerifierKey> published) {
        if (!pinned.isEmpty()) {
            return pinned;
        }
        Set<VerifierKey> known = new LinkedHashSet<>(seen.keys(origin));
        published.stream().filter(key -> key.name().equals(origin)).forEach(known::add);
        return List.copyOf(known);
    }

    /** Reads checkpoint and keys and verifies the signature; null without a checkpoint. */
    private Signed signed() {
        try {
            SignedNote note = SignedNote.parse(source.read("log/checkpoint", LONGEST_NOTE));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            List<VerifierKey> keys = known(checkpoint.origin(), pinned.isEmpty() ? published() : List.of());
            report.of(checkpoint.origin(), checkpoint.size(), checkpoint.root().base64());
            List<VerifierKey> signers = note.signers(keys).stream()
                    .filter(key -> key.name().equals(checkpoint.origin())).toList();
            if (signers.isEmpty()) {
                report.add("signature", Outcome.FAILED,
                        "no known key of " + checkpoint.origin() + " has signed the checkpoint");
            } else {
                report.add("signature", Outcome.OK, "signed by " + signers.get(0).text());
                noteKey(checkpoint.origin(), signers.get(0));
            }
            return new Signed(note, checkpoint, keys);
        } catch (LogFormatException | Source.MissingException e) {
            report.add("signature", Outcome.FAILED, "the checkpoint: " + e.getMessage());
            return null;
        }
    }

    private void noteKey(String origin, VerifierKey signer) {
        List<VerifierKey> before = seen.keys(origin);
        if (pinned.isEmpty() && before.isEmpty()) {
            report.add("signature", Outcome.NOTE,
                    "the key comes from the arena itself: compare it with one that you have from elsewhere (--key)");
        } else if (pinned.isEmpty() && !before.contains(signer)) {
            report.add("signature", Outcome.NOTE, "the key is another than the last time");
        }
    }

    private List<VerifierKey> published() {
        List<VerifierKey> keys = new ArrayList<>();
        try {
            for (JsonNode key : JSON.readTree(source.read("api/log/keys", LONGEST_KEYS))) {
                keys.add(VerifierKey.parse(key.path("key").asText()));
            }
        } catch (IOException e) {
            throw new LogFormatException("the list of keys isn't JSON");
        }
        return keys;
    }

    /** Collects what was signed before, here or in a receipt, and has to be the beginning of this log. */
    private void collect(Signed signed) {
        for (SeenLogs.Seen log : seen.of(source.address(), signed.checkpoint().origin())) {
            claims.add(new Claim(log.signed().size(), log.signed().root(), log.checkpoint(), "consistency"));
        }
        receipts.forEach((name, receipt) -> {
            verify(name, receipt, known(receipt.origin(), signed.keys()));
            if (receipt instanceof Proof proof && proof.origin().equals(signed.checkpoint().origin())
                    && proof.file().checkpoint().signers(signed.keys()).size() > 0) {
                claims.add(new Claim(proof.signed().size(), proof.signed().root(),
                        proof.file().checkpoint().toString(), "receipt"));
            }
        });
    }

    private void verify(String name, Receipt receipt, List<VerifierKey> keys) {
        if (keys.isEmpty()) {
            report.add("receipt", Outcome.FAILED,
                    name + ": no key of " + receipt.origin() + " is known (--key, or an earlier verification)");
        } else {
            report.add("receipt", receipt.verifies(keys) ? Outcome.OK : Outcome.FAILED,
                    name + (receipt.verifies(keys) ? ": valid" : ": not signed by a known key, or the proof is wrong")
                            + ", of " + receipt.origin());
        }
    }

    /** Reads the entries and verifies all but the boards; null if the votes can't be counted. */
    private CountedVotes read(Signed signed, BoardCheck boards) {
        Checkpoint checkpoint = signed.checkpoint();
        CountedVotes votes = new CountedVotes();
        boolean ofProject = Judgements.isProject(checkpoint.origin());
        List<String> faults = new ArrayList<>();
        LogReading reading = new LogReading(source, checkpoint.size());
        try {
            reading.read((position, entry, tree) -> {
                contradict(tree);
                try {
                    JsonNode json = Leaf.json(entry);
                    if (ofProject) {
                        judgements.add(position, json);
                    } else {
                        boards.state(json);
                        count(votes, position, json);
                    }
                } catch (LogFormatException e) {
                    faults.add("entry " + position + ": " + e.getMessage());
                    if (faults.size() > MOST_FAULTS) {
                        throw e;
                    }
                }
            }, progress);
        } catch (LogFormatException | Source.MissingException e) {
            faults.add(e.getMessage());
        }
        faults.forEach(fault -> report.add("entries", Outcome.FAILED, fault));
        if (ofProject && faults.isEmpty()) {
            report.add("entries", Outcome.OK, judgements.summary());
        }
        conclude(signed, reading, faults.isEmpty());
        return faults.isEmpty() ? votes : null;
    }

    private void count(CountedVotes votes, long position, JsonNode entry) {
        votes.add(position, entry);
        for (Receipt receipt : receipts.values()) {
            if (receipt instanceof Promise promise && promise.isOf(entry)) {
                List<String> broken = Leaf.broken(promise.members(), entry);
                kept.add(promise);
                report.add("receipt", broken.isEmpty() ? Outcome.OK : Outcome.FAILED, broken.isEmpty()
                        ? "the promise was kept by entry " + position
                        : "entry " + position + " differs from the promise: " + String.join(", ", broken));
            }
        }
    }

    private void contradict(Frontier tree) {
        claims.stream().filter(claim -> claim.size() == tree.size() && !claim.root().equals(tree.root()))
                .forEach(contradicted::add);
    }

    private void conclude(Signed signed, LogReading reading, boolean counted) {
        Checkpoint checkpoint = signed.checkpoint();
        boolean right = reading.root().equals(checkpoint.root());
        if (!right) {
            report.add("root", Outcome.FAILED, "the entries lead to the root " + reading.root() + " instead of "
                    + checkpoint.root());
        } else {
            report.add("root", Outcome.OK, checkpoint.size() + " entries lead to the signed root");
        }
        if (reading.wrongTiles().isEmpty() && counted) {
            report.add("tiles", Outcome.OK, "every tile follows from the entries");
        } else if (!reading.wrongTiles().isEmpty()) {
            report.add("tiles", Outcome.FAILED, "wrong: " + String.join(", ", reading.wrongTiles()));
        }
        claims.forEach(claim -> conclude(claim, signed, right));
        receipts.values().stream().filter(receipt -> receipt instanceof Promise promise && !kept.contains(promise)
                && promise.origin().equals(checkpoint.origin())).forEach(receipt -> unkept((Promise) receipt));
    }

    private void conclude(Claim claim, Signed signed, boolean right) {
        Checkpoint now = signed.checkpoint();
        boolean same = claim.size() == now.size() && claim.root().equals(now.root());
        boolean other = claim.size() == now.size() && !same || right && contradicted.contains(claim);
        if (other || claim.size() > now.size() && source.live()) {
            report.add(claim.where(), Outcome.FORK, (other ? "two signed checkpoints contradict each other"
                    : "the log has fewer entries than it has signed before") + ":\n" + claim.note() + "\n"
                    + signed.note());
        } else if (claim.size() > now.size()) {
            report.add(claim.where(), Outcome.NOTE, "older than a checkpoint of " + claim.size()
                    + " entries that was seen before: not compared");
        } else if (same || right) {
            report.add(claim.where(), Outcome.OK, "continues the log of " + claim.size() + " entries "
                    + (claim.where().equals("receipt") ? "of the receipt" : "that was seen before"));
        }
    }

    private void unkept(Promise promise) {
        boolean due = promise.until().isBefore(clock.instant());
        report.add("receipt", due ? Outcome.FAILED : Outcome.NOTE, "the promised vote isn't in the log, "
                + (due ? "although it was due by " : "which has time until ") + promise.until());
    }

    private void cosign(Signed signed) {
        Checkpoint checkpoint = signed.checkpoint();
        witness.trust(signed.keys().stream().filter(key -> key.name().equals(checkpoint.origin())).toList());
        long older = witness.size(checkpoint.origin());
        if (older > checkpoint.size()) {
            refuse(signed, "the witness has signed more entries than the log has");
            return;
        }
        Tree tree = new Tree(new TileSubtrees(tile -> source.read("log/" + tile.path(), tile.width() * Hash.BYTES),
                checkpoint.size()), checkpoint.size());
        Witness.Answer answer = witness.add(new Submission(older,
                older == 0 ? List.of() : tree.consistencyWith(older).hashes(), signed.note()));
        if (answer.verdict() == Witness.Verdict.SIGNED) {
            cosigned = witness.last(checkpoint.origin()).orElseThrow();
            report.add("witness", Outcome.OK, "signed by " + witness.key().name());
        } else {
            refuse(signed, "the log doesn't continue what the witness has signed");
        }
    }

    private void refuse(Signed signed, String why) {
        report.add("witness", Outcome.FORK, why + ":\n"
                + witness.last(signed.checkpoint().origin()).map(SignedNote::toString).orElse("") + "\n"
                + signed.note());
    }

    private void keep(Signed signed) {
        boolean older = seen.of(source.address(), signed.checkpoint().origin()).stream()
                .anyMatch(log -> log.signed().size() > signed.checkpoint().size());
        if (!older) {
            seen.keep(new SeenLogs.Seen(source.address(), signed.note().toString(),
                    signed.keys().stream().map(VerifierKey::text).toList()));
        }
    }
}
