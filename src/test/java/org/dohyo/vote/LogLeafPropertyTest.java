package org.dohyo.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.dohyo.battle.Outcome;
import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LogLeafPropertyTest {

    /** Edge cases of single fields are among the random votes; all their combinations would take seconds. */
    private static final int TRIES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long WHOLE = 1L << 53;
    private static final long LAST_SECOND = 253_402_300_799L;

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void anyVote_isReadBackAsItWasWritten(@ForAll("votes") Map<String, Object> vote) throws IOException {
        JsonNode read = JSON.readTree(LogLeaf.of(vote).json());
        // All numbers of JSON are doubles: 1 and 1.0 are the same value, in the same canonical form.
        assertThat(read.equals(LogLeafPropertyTest::compare, JSON.readTree(JSON.writeValueAsString(vote))))
                .as(read.toString()).isTrue();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void canonicalForm_isItsOwnCanonicalForm(@ForAll("votes") Map<String, Object> vote) throws IOException {
        LogLeaf leaf = LogLeaf.of(vote);
        assertThat(new JsonCanonicalizer(leaf.json()).getEncodedString()).isEqualTo(leaf.json());
        LogLeaf again = LogLeaf.of(JSON.readValue(leaf.json(), new TypeReference<Map<String, Object>>() {
        }));
        assertThat(again.json()).isEqualTo(leaf.json());
        assertThat(again.hash()).isEqualTo(leaf.hash());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void orderOfTheFields_changesNothing(@ForAll("votes") Map<String, Object> vote, @ForAll long seed) {
        List<String> names = new ArrayList<>(vote.keySet());
        Collections.shuffle(names, new Random(seed));
        Map<String, Object> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, vote.get(name)));
        assertThat(LogLeaf.of(shuffled).json()).isEqualTo(LogLeaf.of(vote).json());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void anotherValue_isAnotherHash(@ForAll("votes") Map<String, Object> vote, @ForAll("texts") String reason) {
        Map<String, Object> other = new HashMap<>(vote);
        other.put("reason", vote.get("reason") + "x" + reason);
        assertThat(LogLeaf.of(other).hash()).isNotEqualTo(LogLeaf.of(vote).hash());
    }

    private static int compare(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0)
                : a.equals(b) ? 0 : 1;
    }

    /** Text that has a form in UTF-8. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(12)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        return Arbitraries.oneOf(any, Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.of("見直し", "👍🏽", "\u2028\"\\/", "e\u0301", "\u0000", "null"));
    }

    private static Arbitrary<Object> figures() {
        // Doubles of all sizes: drawn by their bits, since ranges give only a few decimals.
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 1_000_000).map(value -> value),
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite).map(value -> value));
    }

    private Arbitrary<Map<String, Object>> styles() {
        Arbitrary<Object> counts = Arbitraries.maps(Arbitraries.of("h1", "h2", "**", "__", "ordered"),
                Arbitraries.longs().between(0, 1_000)).ofMaxSize(5).map(value -> value);
        return Arbitraries.maps(Arbitraries.of("tokens", "headers", "lists", "bold", "firstTextMillis", "totalMillis"),
                Arbitraries.oneOf(figures().injectNull(0.1), counts)).ofMaxSize(6);
    }

    private static Arbitrary<Map<String, Object>> models() {
        return Arbitraries.strings().withCharRange('a', 'z').withChars("-.0123456789").ofMinLength(1).ofMaxLength(30)
                .flatMap(slug -> Arbitraries.integers().greaterOrEqual(1)
                        .map(revision -> LogLeaf.model(slug, revision)));
    }

    private static Arbitrary<String> tags() {
        return Arbitraries.bytes().array(byte[].class).ofSize(32).map(LogLeaf::hex);
    }

    /** As the log writes them. */
    @Provide
    Arbitrary<Map<String, Object>> votes() {
        Map<String, Arbitrary<?>> fields = new LinkedHashMap<>();
        fields.put("kind", Arbitraries.of(EntryKind.class).map(EntryKind::name));
        fields.put("vote", Arbitraries.create(() -> "00000000-0000-4000-8000-0000000000a1"));
        fields.put("battle", Arbitraries.create(() -> "00000000-0000-4000-8000-0000000000b1"));
        fields.put("origin", Arbitraries.of("ARENA", "IMPORT"));
        fields.put("modelA", models());
        fields.put("modelB", models());
        fields.put("outcome", Arbitraries.of(Outcome.class).map(Outcome::name));
        fields.put("categories", texts().array(String[].class).ofMaxSize(5));
        fields.put("categoriesVersion", texts().injectNull(0.2));
        fields.put("styleA", styles().injectNull(0.2));
        fields.put("styleB", styles().injectNull(0.2));
        fields.put("propensity",
                Arbitraries.longs().between(1, WHOLE).map(part -> part / (double) WHOLE).injectNull(0.2));
        fields.put("time", Arbitraries.longs().between(0, LAST_SECOND));
        fields.put("voterTag", tags());
        fields.put("commitment", tags().injectNull(0.5));
        fields.put("counted", Arbitraries.of(true, false));
        fields.put("notCountedReason", texts().injectNull(0.5));
        fields.put("reason", texts().injectNull(0.5));
        Builders.BuilderCombinator<Map<String, Object>> builder = Builders.withBuilder(LinkedHashMap::new);
        for (Map.Entry<String, Arbitrary<?>> field : fields.entrySet()) {
            builder = builder.use(field.getValue()).in((vote, value) -> {
                vote.put(field.getKey(), value);
                return vote;
            });
        }
        return builder.build();
    }
}
