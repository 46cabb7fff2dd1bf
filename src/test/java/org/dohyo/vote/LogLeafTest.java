package org.dohyo.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.Map;

import org.dohyo.battle.Outcome;
import org.dohyo.battle.Stratum;
import org.dohyo.vote.GoldenLeaves.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The format of the log: see {@link GoldenLeaves}. */
class LogLeafTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A row of the query that the log is written from. */
    private static ResultSet resultSet(Map<String, Object> row) {
        return (ResultSet) Proxy.newProxyInstance(LogLeafTest.class.getClassLoader(),
                new Class<?>[] { ResultSet.class },
                (proxy, method, arguments) -> row.get((String) arguments[0]));
    }

    private static JsonNode style(EntryKind kind, Side side) throws IOException {
        String style = GoldenLeaves.style(kind, side);
        return style == null ? null : JSON.readTree(style);
    }

    private static LogLeaf leaf(EntryKind kind) throws Exception {
        Map<String, Object> row = GoldenLeaves.row(kind);
        return LogLeaf.of(VoteLog.fields(kind, GoldenLeaves.categories(kind), style(kind, Side.A), style(kind, Side.B),
                (String) row.get("reason"), resultSet(row)));
    }

    @ParameterizedTest
    @MethodSource("org.dohyo.vote.GoldenLeaves#kinds")
    void everyKindOfVotesEntry_hasTheseBytes_andThisHash(EntryKind kind) throws Exception {
        LogLeaf leaf = leaf(kind);
        assertThat(leaf.json()).isEqualTo(GoldenLeaves.GOLDEN.get(kind).json());
        assertThat(LogLeaf.hex(leaf.hash())).isEqualTo(GoldenLeaves.GOLDEN.get(kind).hash());
    }

    @ParameterizedTest
    @EnumSource
    void voteWithAStratum_hasTheBytesOfTheSecondVersion(Stratum stratum) throws Exception {
        Map<String, Object> row = GoldenLeaves.row2(stratum);
        LogLeaf leaf = LogLeaf.of(VoteLog.fields(EntryKind.CAST, GoldenLeaves.categories(EntryKind.CAST),
                style(EntryKind.CAST, Side.A), style(EntryKind.CAST, Side.B), null, resultSet(row)));
        assertThat(leaf.json()).isEqualTo(GoldenLeaves.GOLDEN_2.get(stratum).json());
        assertThat(LogLeaf.hex(leaf.hash())).isEqualTo(GoldenLeaves.GOLDEN_2.get(stratum).hash());
    }

    /** The literals above fix all outcomes: a fifth one needs an entry of its own. */
    @ParameterizedTest
    @EnumSource
    void everyOutcome_standsInALiteral(Outcome outcome) {
        assertThat(GoldenLeaves.GOLDEN.values())
                .anyMatch(golden -> golden.json().contains("\"outcome\":\"" + outcome.name() + "\""));
    }

    @Test
    void hash_isOfAZeroByteAndTheJsonInUtf8() throws Exception {
        LogLeaf ascii = LogLeaf.of(Map.of("modelA", LogLeaf.model("a", 7)));
        assertThat(ascii.json()).isEqualTo("{\"modelA\":{\"revision\":7,\"slug\":\"a\"}}");
        assertThat(LogLeaf.hex(ascii.hash()))
                .isEqualTo("ae52aad029485474339b729af2ac21b18df4de7de96fb4a54ab78cb8083675af");
        LogLeaf empty = LogLeaf.of(Map.of());
        // printf '\0{}' | sha256sum
        assertThat(LogLeaf.hex(empty.hash()))
                .isEqualTo("28a3a18f6cd6406b086e9ffda1f9b8a13dbcf44b0f3f32cb9031a11fd053acf9");
        LogLeaf japanese = LogLeaf.of(Map.of("reason", "見直し"));
        assertThat(japanese.json().getBytes(StandardCharsets.UTF_8)).hasSize(22);
        // printf '\0{"reason":"見直し"}' | sha256sum
        assertThat(LogLeaf.hex(japanese.hash()))
                .isEqualTo("bd02cefb18369ac687d76839640138c96a64953165e8739dd301475a6cfed555");
    }

    @Test
    void hex_isLowerCase_andNullStaysNull() {
        assertThat(LogLeaf.hex(new byte[] { (byte) 0xAB, 0, 15 })).isEqualTo("ab000f");
        assertThat(LogLeaf.hex(null)).isNull();
    }
}
