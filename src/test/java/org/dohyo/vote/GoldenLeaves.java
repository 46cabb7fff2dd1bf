package org.dohyo.vote;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dohyo.battle.Outcome;
import org.dohyo.battle.Stratum;

/**
 * The bytes and the hash of a leaf are a promise to everyone who holds a copy of the log: these literals never change.
 * A new field or kind is a new version of the leaf beside these.
 * <p>
 * To recompute a hash by hand, write the expected JSON, without a line feed at its end, to a file and hash it after the
 * zero byte of RFC 9162: {@code (printf '\0'; cat leaf.json) | sha256sum}. The shorter ones fit in one command, such as
 * {@code printf '\0{"modelA":{"revision":7,"slug":"a"}}' | sha256sum}.
 */
final class GoldenLeaves {

    private GoldenLeaves() {
    }

    record Golden(String json, String hash) {
    }

    static final Map<EntryKind, Golden> GOLDEN = new EnumMap<>(Map.of(
            EntryKind.CAST, new Golden("""
                    {"battle":"00000000-0000-4000-8000-0000000000b1","categories":["overall","japanese","code"],\
                    "categoriesVersion":"1.2.7",\
                    "commitment":"fefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefe","counted":true,\
                    "kind":"CAST","modelA":{"revision":3,"slug":"demo-yokozuna"},\
                    "modelB":{"revision":12,"slug":"demo-ozeki"},"notCountedReason":null,"origin":"ARENA",\
                    "outcome":"A","propensity":0.1,"reason":null,\
                    "styleA":{"bold":{"**":2,"__":0},"firstTextMillis":180.5,"headers":{"h1":1},\
                    "lists":{"ordered":0,"unordered":4},"tokens":321,"totalMillis":2400},\
                    "styleB":{"firstTextMillis":null,"tokens":1.5},"time":1767225600,\
                    "vote":"00000000-0000-4000-8000-0000000000a1",\
                    "voterTag":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"}""",
                    "fbaaffc36ef24bf6ae32cb6af6a408563f4ca9685935384e21730cb30e2bc322"),
            EntryKind.WITHDRAW, new Golden("""
                    {"battle":"00000000-0000-4000-8000-0000000000b2","categories":["overall"],\
                    "categoriesVersion":null,"commitment":null,"counted":true,"kind":"WITHDRAW",\
                    "modelA":{"revision":1,"slug":"demo-ozeki"},"modelB":{"revision":1,"slug":"demo-sekiwake"},\
                    "notCountedReason":null,"origin":"ARENA","outcome":"B","propensity":null,"reason":null,\
                    "styleA":null,"styleB":null,"time":0,"vote":"00000000-0000-4000-8000-0000000000a2",\
                    "voterTag":"0000000000000000000000000000000000000000000000000000000000000000"}""",
                    "2dfa7ce38b19494cdd079e719d8ca5f5f744958b521ae5320369786f445ec01d"),
            EntryKind.EXCLUDE, new Golden("""
                    {"battle":"00000000-0000-4000-8000-0000000000b3","categories":["overall","日本の歴史"],\
                    "categoriesVersion":null,"commitment":null,"counted":false,"kind":"EXCLUDE",\
                    "modelA":{"revision":1,"slug":"demo-ozeki"},"modelB":{"revision":1,"slug":"demo-sekiwake"},\
                    "notCountedReason":"NAMED_MODEL","origin":"ARENA","outcome":"TIE","propensity":1,\
                    "reason":"同じ人の「連投」👍 \\"bot\\"\\n\\t\\\\ \\u0001 é/","styleA":null,"styleB":null,\
                    "time":4102444799,"vote":"00000000-0000-4000-8000-0000000000a3",\
                    "voterTag":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"}""",
                    "f060a8d1099ccb2fa97c49b45021da5629f6b13312fbc7c1423028594b2acf30"),
            EntryKind.RESTORE, new Golden("""
                    {"battle":"00000000-0000-4000-8000-0000000000b4","categories":["overall"],\
                    "categoriesVersion":"1","commitment":null,"counted":true,"kind":"RESTORE",\
                    "modelA":{"revision":1,"slug":"demo-ozeki"},"modelB":{"revision":1,"slug":"demo-sekiwake"},\
                    "notCountedReason":null,"origin":"IMPORT","outcome":"BOTH_BAD",\
                    "propensity":0.30000000000000004,"reason":"見直し","styleA":{"tokens":1e+21},\
                    "styleB":{"tokens":1e-7,"totalMillis":0.3333333333333333},"time":1767225599,\
                    "vote":"00000000-0000-4000-8000-0000000000a4",\
                    "voterTag":"0000000000000000000000000000000000000000000000000000000000000000"}""",
                    "38629ae3a2ceaed087729363153a599d8b1e8dc8fc20729f2de9cda260a8dfc6"),
            EntryKind.LEAVE_OUT, new Golden("""
                    {"battle":"00000000-0000-4000-8000-0000000000b5","categories":["overall"],\
                    "categoriesVersion":null,"commitment":null,"counted":true,"kind":"LEAVE_OUT",\
                    "modelA":{"revision":1,"slug":"demo-ozeki"},"modelB":{"revision":1,"slug":"demo-sekiwake"},\
                    "notCountedReason":null,"origin":"ARENA","outcome":"A","propensity":null,\
                    "reason":"style-controlled: style-out-of-range","styleA":{"tokens":-1},"styleB":{"tokens":2},\
                    "time":0,"vote":"00000000-0000-4000-8000-0000000000a5",\
                    "voterTag":"0000000000000000000000000000000000000000000000000000000000000000"}""",
                    "605da902c5d79429e51ae054536946f63f0e362cd93e15e0aefe6a966067fbe6")));

    /** The kinds of entries about votes. The bytes of the others are fixed beside the code that makes them. */
    static List<EntryKind> kinds() {
        return Stream.of(EntryKind.values()).filter(EntryKind::ofVote).toList();
    }

    private static IllegalArgumentException notOfAVote(EntryKind kind) {
        return new IllegalArgumentException(kind + " isn't about a vote");
    }

    /** The second version of the same vote's leaf: with its stratum, and the group of its prompt if that is known. */
    static final Map<Stratum, Golden> GOLDEN_2 = new EnumMap<>(Map.of(
            Stratum.SUGGESTED, new Golden("""
                    {"battle":"00000000-0000-4000-8000-0000000000b1","categories":["overall","japanese","code"],\
                    "categoriesVersion":"1.2.7",\
                    "commitment":"fefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefe","counted":true,\
                    "kind":"CAST","modelA":{"revision":3,"slug":"demo-yokozuna"},\
                    "modelB":{"revision":12,"slug":"demo-ozeki"},"notCountedReason":null,"origin":"ARENA",\
                    "outcome":"A",\
                    "promptGroup":"5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c",\
                    "propensity":0.1,"reason":null,"stratum":"SUGGESTED",\
                    "styleA":{"bold":{"**":2,"__":0},"firstTextMillis":180.5,"headers":{"h1":1},\
                    "lists":{"ordered":0,"unordered":4},"tokens":321,"totalMillis":2400},\
                    "styleB":{"firstTextMillis":null,"tokens":1.5},"time":1767225600,"version":2,\
                    "vote":"00000000-0000-4000-8000-0000000000a1",\
                    "voterTag":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"}""",
                    "2ab145f446285923540d3eff5ddbee92359b5084a5b305e8ae845c6c81e2b3ba"),
            Stratum.OWN, new Golden("""
                    {"battle":"00000000-0000-4000-8000-0000000000b1","categories":["overall","japanese","code"],\
                    "categoriesVersion":"1.2.7",\
                    "commitment":"fefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefe","counted":true,\
                    "kind":"CAST","modelA":{"revision":3,"slug":"demo-yokozuna"},\
                    "modelB":{"revision":12,"slug":"demo-ozeki"},"notCountedReason":null,"origin":"ARENA",\
                    "outcome":"A","promptGroup":null,"propensity":0.1,"reason":null,"stratum":"OWN",\
                    "styleA":{"bold":{"**":2,"__":0},"firstTextMillis":180.5,"headers":{"h1":1},\
                    "lists":{"ordered":0,"unordered":4},"tokens":321,"totalMillis":2400},\
                    "styleB":{"firstTextMillis":null,"tokens":1.5},"time":1767225600,"version":2,\
                    "vote":"00000000-0000-4000-8000-0000000000a1",\
                    "voterTag":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"}""",
                    "ff12f527197bd5b80bafce3d6b1dda743952e7b76f2cfe3d20ed056e798d9800")));

    /** The columns of {@link #GOLDEN_2}. */
    static Map<String, Object> row2(Stratum stratum) {
        Map<String, Object> row = row(EntryKind.CAST);
        row.put("stratum", stratum.name());
        row.put("prompt_group", stratum == Stratum.SUGGESTED ? bytes("5c") : null);
        return row;
    }

    /** The columns that the entry is made of, without styles and categories. */
    static Map<String, Object> row(EntryKind kind) {
        return switch (kind) {
            case CAST -> row(1, Outcome.A, "2026-01-01T00:00:00.999Z", Map.of("categories_version", "1.2.7",
                    "commitment", bytes("fe"), "voter_tag", bytes("0a"), "propensity", 0.1, "slug_a", "demo-yokozuna",
                    "revision_a", 3, "slug_b", "demo-ozeki", "revision_b", 12));
            case WITHDRAW -> row(2, Outcome.B, "1970-01-01T00:00:00Z", Map.of());
            case EXCLUDE -> row(3, Outcome.TIE, "2099-12-31T23:59:59Z", Map.of("propensity", 1.0, "counted", false,
                    "not_counted_reason", "NAMED_MODEL", "reason", "同じ人の「連投」👍 \"bot\"\n\t\\ \u0001 é/",
                    "voter_tag", bytes("ff")));
            case RESTORE -> row(4, Outcome.BOTH_BAD, "2025-12-31T23:59:59Z", Map.of("origin", "IMPORT",
                    "propensity", 0.1 + 0.2, "categories_version", "1", "reason", "見直し"));
            case LEAVE_OUT -> row(5, Outcome.A, "1970-01-01T00:00:00Z",
                    Map.of("reason", "style-controlled: style-out-of-range"));
            case REGISTER, REVISE, ACTIVATE, RETIRE, PLAN, PUBLISH -> throw notOfAVote(kind);
        };
    }

    private static Map<String, Object> row(int number, Outcome outcome, String at, Map<String, Object> others) {
        Map<String, Object> row = new HashMap<>(Map.of("vote_id", "00000000-0000-4000-8000-0000000000a" + number,
                "battle_id", "00000000-0000-4000-8000-0000000000b" + number, "origin", "ARENA", "slug_a", "demo-ozeki",
                "revision_a", 1, "slug_b", "demo-sekiwake", "revision_b", 1, "outcome", outcome.name(),
                "at", Timestamp.from(Instant.parse(at)), "voter_tag", bytes("00")));
        row.put("counted", true);
        row.putAll(others);
        return row;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.repeat(32));
    }

    static String[] categories(EntryKind kind) {
        return switch (kind) {
            case CAST -> new String[] { "overall", "japanese", "code" };
            case EXCLUDE -> new String[] { "overall", "日本の歴史" };
            case WITHDRAW, RESTORE, LEAVE_OUT -> new String[] { "overall" };
            case REGISTER, REVISE, ACTIVATE, RETIRE, PLAN, PUBLISH -> throw notOfAVote(kind);
        };
    }

    /** JSON or null; keys and numbers in another form than the canonical one. */
    static String style(EntryKind kind, Side side) {
        return switch (kind) {
            case CAST -> side == Side.A ? """
                    {"tokens": 321, "headers": {"h1": 1}, "lists": {"unordered": 4, "ordered": 0.0},
                     "bold": {"__": -0.0, "**": 2}, "totalMillis": 2.4e3, "firstTextMillis": 180.50}"""
                    : "{\"tokens\": 1.50, \"firstTextMillis\": null}";
            case RESTORE -> side == Side.A ? "{\"tokens\": 1000000000000000000000}"
                    : "{\"totalMillis\": 0.33333333333333333333, \"tokens\": 0.0000001}";
            case LEAVE_OUT -> side == Side.A ? "{\"tokens\": -1}" : "{\"tokens\": 2}";
            case WITHDRAW, EXCLUDE -> null;
            case REGISTER, REVISE, ACTIVATE, RETIRE, PLAN, PUBLISH -> throw notOfAVote(kind);
        };
    }

    enum Side {
        A,
        B
    }
}
