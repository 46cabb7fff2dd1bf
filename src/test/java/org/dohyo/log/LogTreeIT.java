package org.dohyo.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.Beside;
import org.dohyo.PackagedArena;
import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.Tile;
import org.dohyo.log.tree.TileSubtrees;
import org.dohyo.log.tree.Tree;
import org.dohyo.log.tree.VerifierKey;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The log as a stranger reads it, in the order of its life: without votes, with some, damaged, longer than its tree.
 */
@Beside
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogTreeIT {

    /** With a database apart: the whole log is verified, and damaged. */
    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    private static final TiledLog LOG = new TiledLog(ARENA::given);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OLDER = 2 * LogTree.BATCH + 1_000;

    /** The log's size. */
    private static int size;

    private static void importVotes(int votes) {
        String file = IntStream.range(size, size + votes).mapToObj(
                """
                        {"question_id":"tree-%d","model_a":"tree-a","model_b":"tree-b","winner":"model_a","tstamp":1700000000}"""::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        ARENA.admin().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8)).post("/api/admin/votes/import?format=fastchat").then()
                .statusCode(200);
        size += votes;
        awaitSize(size);
    }

    private static void awaitSize(long size) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(LOG.checkpoint().size()).isEqualTo(size));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = ARENA.database(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The arena makes statements of its own; what follows depends on the log's size. */
    private void silenceArena() throws SQLException {
        await().atMost(PATIENCE).untilAsserted(() -> ARENA.given().get("/api/log/entries").then()
                .body("entries.leaf.kind", hasItems("REGISTER", "ACTIVATE", "PLAN")));
        execute("create function silence() returns trigger language plpgsql as 'begin return null; end'",
                "create trigger silence before insert on statement_queue for each row execute function silence()");
        await().atMost(PATIENCE).untilAsserted(() -> ARENA.given().get("/api/log/entries").then()
                .body("size", equalTo((int) LOG.checkpoint().size())));
        size = (int) LOG.checkpoint().size();
    }

    @Test
    @Order(1)
    void logWithoutVotes_isSignedToo() throws SQLException {
        silenceArena();
        assertThat(LOG.checkpoint().origin()).matches("arena-[0-9a-f]{8}\\.localhost/log");
        assertThat(LOG.faults()).isEmpty();
        ARENA.given().get("/log/tile/0/000.p/255").then().statusCode(404).body("code", equalTo("unknown-tile"));
    }

    @Test
    @Order(2)
    void everyEntryAndTile_leadsToTheSignedRoot_asTheLogGrows() {
        Checkpoint older = LOG.checkpoint();
        for (int larger : List.of(size + 1, 255, 256, 300, 556, 557)) {
            importVotes(larger - size);
            assertThat(LOG.faults()).isEmpty();
            Checkpoint newer = LOG.checkpoint();
            Tree tree = new Tree(new TileSubtrees(tile -> LOG.read(tile.path()), newer.size()), newer.size());
            if (older.size() > 0) {
                assertThat(tree.consistencyWith(older.size()).verifies(older.root(), newer.root())).isTrue();
            }
            Hash first = Hash.ofLeaf(LOG.entries(newer.size()).get(0));
            assertThat(tree.inclusionOf(0).verifies(first, newer.root())).isTrue();
            older = newer;
        }
        ARENA.given().get("/api/log/entries?from=3&limit=1").then().body("entries[0].leafHash", equalTo(
                HexFormat.of().formatHex(Hash.at(LOG.read("tile/0/000"), 3).bytes())));
    }

    @Test
    @Order(3)
    void checkpointMayChange_tilesNever() {
        ARENA.given().get("/log/checkpoint").then().header("Cache-Control", "no-cache").header("Content-Type",
                equalTo("text/plain;charset=utf-8")).header("Access-Control-Allow-Origin", "*");
        for (String path : List.of("tile/0/000", "tile/1/000.p/2", "tile/entries/000", "tile/entries/001.p/7")) {
            ARENA.given().get("/log/" + path).then().statusCode(200)
                    .header("Cache-Control", containsString("immutable"))
                    .header("Content-Type", startsWith("application/octet-stream"));
        }
        assertThat(LOG.read("tile/0/000")).hasSize(Tile.WIDTH * Hash.BYTES);
        assertThat(LOG.read("tile/0/000.p/5")).hasSize(5 * Hash.BYTES);
    }

    @ParameterizedTest
    @Order(4)
    @ValueSource(strings = { "0/0", "0/000.p/256", "0/x000/001", "00/000", "64/000", "-1/000", "x/000", "0/000.p/0",
            "entries/0", "entries/000.p/999", "0/999999999999999999999999",
            "0/x999/x999/x999/x999/x999/x999/999" })
    void pathOfNoTile_isABadRequest(String path) {
        ARENA.given().get("/log/tile/" + path).then().statusCode(400).body("code", equalTo("invalid-field"));
    }

    @ParameterizedTest
    @Order(4)
    @ValueSource(strings = { "0/003", "0/002.p/100", "1/000", "1/000.p/3", "2/000.p/1", "63/000", "entries/003",
            "0/x999/x999/x999/x999/x999/999" })
    void tileBeyondTheCheckpoint_isNotThere(String path) {
        ARENA.given().get("/log/tile/" + path).then().statusCode(404).body("code", equalTo("unknown-tile"));
    }

    @Test
    @Order(5)
    void newKey_signsFromTheNextCheckpointOn_andTheFormerOneStaysListed() {
        SignedNote before = LOG.note();
        VerifierKey former = LOG.keys().get(0);
        ARENA.admin().post("/api/admin/log/keys").then()
                .statusCode(200);
        VerifierKey next = LOG.keys().get(0);
        assertThat(LOG.keys()).containsExactly(next, former);
        assertThat(next.name()).isEqualTo(former.name());
        assertThat(LOG.note().signers(List.of(former))).isEqualTo(List.of(former));
        await().atMost(PATIENCE).untilAsserted(() -> {
            importVotes(1);
            assertThat(LOG.note().signers(List.of(next))).containsExactly(next);
        });
        assertThat(before.signers(LOG.keys())).containsExactly(former);
        assertThat(LOG.faults()).isEmpty();
    }

    @Test
    @Order(6)
    void rotationOfTheSecretKey_reencryptsTheLogsKey() throws SQLException {
        ARENA.admin().post("/api/admin/secrets/rotate").then()
                .statusCode(200);
        importVotes(1);
        assertThat(LOG.faults()).isEmpty();
    }

    /** One bit of one row of each table, in turn. */
    @ParameterizedTest
    @Order(7)
    @CsvSource(delimiter = '|', value = {
            "log_entry | leaf | overlay(leaf placing '3' from 2 for 1) | position = 300 | root",
            "log_entry | leaf_hash | set_byte(leaf_hash, 31, get_byte(leaf_hash, 31) # 1) | position = 300 | tiles of level 0",
            "log_node | hash | set_byte(hash, 0, get_byte(hash, 0) # 128) | level = 1 and place = 1 | tiles of level 1",
            "log_checkpoint | root | set_byte(root, 5, get_byte(root, 5) # 4) | true | signature",
            "log_checkpoint | signature | set_byte(signature, 40, get_byte(signature, 40) # 2) | true | signature",
            "log_key | public_key | set_byte(public_key, 9, get_byte(public_key, 9) # 16) | retired_at is null | signature" })
    void oneChangedByte_inAnyRow_isFound(String table, String column, String changed, String row, String fault)
            throws SQLException {
        execute("create table kept as select * from " + table, "alter table " + table + " disable trigger user");
        try {
            execute("update " + table + " set " + column + " = " + changed + " where " + row);
            assertThat(LOG.faults()).contains(fault);
        } finally {
            String key = table.equals("log_entry") ? "position"
                    : table.equals("log_node") ? "place" : table.equals("log_key") ? "id" : "size";
            execute("update " + table + " t set " + column + " = kept." + column + " from kept where t." + key
                    + " = kept."
                    + key + (table.equals("log_node") ? " and t.level = kept.level" : ""), "drop table kept",
                    "alter table " + table + " enable trigger user");
        }
        assertThat(LOG.faults()).isEmpty();
    }

    /** The log of a former version, which knew of no tree. */
    @Test
    @Order(8)
    void olderLog_getsItsTreeInBatches_andTheSameOneAgain() throws SQLException {
        execute("""
                insert into log_entry (position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign, leaf,
                                       leaf_hash, logged_at)
                select size + n, 'LEAVE_OUT', gen_random_uuid(), e.model_a, e.model_b, 'A', e.categories, e.voter_tag, 0,
                    '{"n":' || n || '}', sha256('\\x00'::bytea || convert_to('{"n":' || n || '}', 'UTF8')), now()
                from log_head, generate_series(0, %d) n, (select * from log_entry where kind = 'CAST' limit 1) e"""
                .formatted(OLDER - 1), "update log_head set size = size + " + OLDER);
        size += OLDER;
        awaitSize(size);
        assertThat(LOG.faults()).isEmpty();
        Checkpoint grown = LOG.checkpoint();
        execute("alter table log_node disable trigger user", "alter table log_checkpoint disable trigger user",
                "delete from log_node", "delete from log_checkpoint", "update log_tree set size = 0, frontier = ''",
                "alter table log_node enable trigger user", "alter table log_checkpoint enable trigger user");
        await().atMost(PATIENCE).untilAsserted(
                () -> ARENA.given().get("/log/checkpoint").then().statusCode(200));
        assertThat(LOG.checkpoint()).isEqualTo(grown);
        assertThat(LOG.faults()).isEmpty();
        importVotes(3);
        assertThat(LOG.faults()).isEmpty();
    }
}
