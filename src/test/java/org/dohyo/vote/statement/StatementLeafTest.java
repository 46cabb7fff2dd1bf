package org.dohyo.vote.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.model.Model;
import org.dohyo.model.ModelRevision;
import org.dohyo.vote.EntryKind;
import org.dohyo.vote.LogLeaf;
import org.dohyo.vote.statement.Statements.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of the arena's statements are a promise, as those of votes are: these literals never change. */
class StatementLeafTest {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.999Z");

    private static Model model() {
        Model model = new Model();
        model.slug = "kotoba-7b";
        model.protocol = "openai";
        model.baseUrl = "https://models.example/v1";
        model.revision = 2;
        model.enabled = true;
        model.commitmentSalt = HexFormat.of().parseHex("0a".repeat(32));
        model.settingsKey = HexFormat.of().parseHex("0b".repeat(32));
        return model;
    }

    private static ModelRevision version() {
        ModelRevision version = new ModelRevision();
        version.endpointModel = "kotoba/7b";
        version.systemPrompt = "簡潔に。";
        version.parameters = Map.of("temperature", 0.70, "max_tokens", 1024);
        return version;
    }

    private static ModelStatements.Stated stated(Model model) {
        return new ModelStatements.Stated(model, version());
    }

    private static ModelStatements.Stated imported() {
        Model model = model();
        model.protocol = null;
        model.revision = 1;
        return stated(model);
    }

    private static ModelStatements.Stated within(Instant from) {
        Model model = model();
        model.activeFrom = from;
        return stated(model);
    }

    private static ModelStatements.Stated disabled(Instant retiredAt) {
        Model model = model();
        model.enabled = false;
        model.retiredAt = retiredAt;
        return stated(model);
    }

    static Stream<Arguments> leaves() {
        String commitment = "a24cb1d0b93ddffc261b77e0afe162549958a83da37b64ba3102b93d9b77f247";
        return Stream.of(
                Arguments.of(stated(model()).settingsStatement(true), """
                        {"commitment":"%s","kind":"REGISTER",\
                        "model":{"revision":2,"slug":"kotoba-7b"},"origin":"ARENA","time":1767225600}"""
                        .formatted(commitment)),
                Arguments.of(imported().settingsStatement(true), """
                        {"commitment":null,"kind":"REGISTER","model":{"revision":1,"slug":"kotoba-7b"},\
                        "origin":"IMPORT","time":1767225600}"""),
                Arguments.of(stated(model()).settingsStatement(false), """
                        {"commitment":"%s","kind":"REVISE",\
                        "model":{"revision":2,"slug":"kotoba-7b"},"origin":"ARENA","time":1767225600}"""
                        .formatted(commitment)),
                Arguments.of(within(Instant.parse("2026-02-01T00:00:00Z")).activityStatement(), """
                        {"from":1769904000,"kind":"ACTIVATE","model":{"revision":2,"slug":"kotoba-7b"},\
                        "time":1767225600,"to":null}"""),
                Arguments.of(disabled(null).activityStatement(), """
                        {"forGood":false,"kind":"RETIRE","model":{"revision":2,"slug":"kotoba-7b"},\
                        "time":1767225600}"""),
                Arguments.of(disabled(TIME).activityStatement(), """
                        {"forGood":true,"kind":"RETIRE","model":{"revision":2,"slug":"kotoba-7b"},\
                        "time":1767225600}"""),
                Arguments.of(new Statement(EntryKind.PLAN,
                        Map.of("part", 1, "parts", 1, "shares", Map.of("kotoba-7b", 0.25, "b", 0.75))), """
                                {"kind":"PLAN","part":1,"parts":1,"shares":{"b":0.75,"kotoba-7b":0.25},\
                                "time":1767225600}"""),
                Arguments.of(new Statement(EntryKind.PUBLISH,
                        Map.of("boards", List.of(Map.of("category", "日本の歴史", "digest", "00", "logSize", 7, "method",
                                "bt", "methodVersion", "3", "styleControl", false, "weights", "voters")))),
                        """
                                {"boards":[{"category":"日本の歴史","digest":"00","logSize":7,"method":"bt",\
                                "methodVersion":"3","styleControl":false,"weights":"voters"}],"kind":"PUBLISH",\
                                "time":1767225600}"""));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyKindOfStatement_hasTheseBytes(Statement statement, String json) {
        assertThat(Statements.leaf(statement, TIME)).isEqualTo(json);
    }

    @Test
    void everyKindOfStatement_hasALiteral() {
        Set<EntryKind> kinds = leaves().map(leaf -> ((Statement) leaf.get()[0]).kind())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EntryKind.class)));
        assertThat(kinds).isEqualTo(
                Stream.of(EntryKind.values()).filter(kind -> !kind.ofVote())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EntryKind.class))));
        assertThat(kinds).allSatisfy(kind -> assertThat(kind.sign()).isZero());
    }

    /** By Python: {@code sha256(hmac(key, b"2\\n" + settings) + settings)}, the key being 32 bytes 0x0b. */
    @Test
    void commitment_isOfASaltOfItsOwn_andTheSettings() {
        assertThat(LogLeaf.canonical(Map.of("parameters", version().parameters)))
                .isEqualTo("{\"parameters\":{\"max_tokens\":1024,\"temperature\":0.7}}");
        assertThat(stated(model()).commitment())
                .isEqualTo("a24cb1d0b93ddffc261b77e0afe162549958a83da37b64ba3102b93d9b77f247");
        Model next = model();
        next.revision = 3;
        assertThat(stated(next).commitment()).as("the same settings in another revision")
                .isNotEqualTo(stated(model()).commitment());
    }

    /**
     * {@code (printf '\n%.0s' 1 2 …; printf '{"baseUrl":…}') | sha256sum}: 32 bytes 0x0a, and the settings as canonical
     * JSON. Another value would state every model anew after an upgrade.
     */
    @Test
    void settings_areNoticedAsFormerVersionsNoticedThem() {
        assertThat(stated(model()).settings())
                .isEqualTo("2 1e8a2c1b989493a3df9abbaa91f93a35d278cf2e7fbb0d1b28f258932a0f9cae");
        assertThat(imported().settings()).isEqualTo("1 null");
        Model other = model();
        other.baseUrl = "https://other.example/v1";
        assertThat(stated(other).settings()).isNotEqualTo(stated(model()).settings());
    }
}
