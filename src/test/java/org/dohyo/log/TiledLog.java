package org.dohyo.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.EntryBundle;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.Tile;
import org.dohyo.log.tree.VerifierKey;

import io.restassured.specification.RequestSpecification;

/**
 * Reads a running arena's log as a stranger does, and verifies all of it.
 *
 * @param calls of the arena
 */
record TiledLog(Supplier<RequestSpecification> calls) {

    SignedNote note() {
        return SignedNote.parse(calls.get().get("/log/checkpoint").then().statusCode(200).extract().asString());
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(note().text());
    }

    List<VerifierKey> keys() {
        return calls.get().get("/api/log/keys").jsonPath().getList("key", String.class).stream().map(VerifierKey::parse)
                .toList();
    }

    byte[] read(String path) {
        return calls.get().get("/log/" + path).then().statusCode(200).extract().asByteArray();
    }

    /** The faults of the log at its newest checkpoint; empty if every entry and every tile leads to the signed root. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        SignedNote note = note();
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (note.signers(keys()).isEmpty()) {
            faults.add("signature");
        }
        Frontier frontier = new Frontier();
        List<List<Hash>> rows = new ArrayList<>();
        entries(checkpoint.size()).forEach(entry -> frontier.append(Hash.ofLeaf(entry), (level, index, root) -> {
            if (level % Tile.HEIGHT == 0) {
                while (rows.size() <= level / Tile.HEIGHT) {
                    rows.add(new ArrayList<>());
                }
                rows.get(level / Tile.HEIGHT).add(root);
            }
        }));
        if (frontier.size() != checkpoint.size() || !frontier.root().equals(checkpoint.root())) {
            faults.add("root");
        }
        for (int level = 0; level < rows.size(); level++) {
            if (!hashes(level, checkpoint.size()).equals(rows.get(level))) {
                faults.add("tiles of level " + level);
            }
        }
        return faults;
    }

    List<byte[]> entries(long size) {
        List<byte[]> entries = new ArrayList<>();
        for (long index = 0; index * Tile.WIDTH < size; index++) {
            entries.addAll(EntryBundle.decode(read(Tile.of(0, index, size).entriesPath())));
        }
        return entries;
    }

    private List<Hash> hashes(int level, long size) {
        List<Hash> hashes = new ArrayList<>();
        for (long index = 0; index * Tile.WIDTH < Tile.hashes(level, size); index++) {
            byte[] tile = read(Tile.of(level, index, size).path());
            for (int i = 0; i < tile.length / Hash.BYTES; i++) {
                hashes.add(Hash.at(tile, i));
            }
        }
        return hashes;
    }
}
