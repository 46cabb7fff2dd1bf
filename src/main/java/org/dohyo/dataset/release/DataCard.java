package org.dohyo.dataset.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a release is, for readers in Markdown and for programs in Croissant 1.0 (JSON-LD).
 *
 * @param address of the release's files, with a slash at its end
 * @param files those of the records: JSON Lines, then the same in parts of Parquet
 */
record DataCard(Release release, String address, List<ReleaseFile> files, Map<Detector, Long> redactions) {

    private static final List<Field> FIELDS = List.of(new Field("question_id", "sc:Text", "the battle"),
            new Field("model_a", "sc:Text", "the slug of the model on side A"),
            new Field("model_b", "sc:Text", "the slug of the model on side B"),
            new Field("winner", "sc:Text", "model_a, model_b, tie or tie (bothbad)"),
            new Field("judge", "sc:Text", "the voter's tag in the arena's public log of votes"),
            new Field("conversation_a", "sc:Text", "messages with role and content"),
            new Field("conversation_b", "sc:Text", "messages with role and content"),
            new Field("turn", "sc:Integer", "the number of turns"),
            new Field("anony", "sc:Boolean", "true: the voter didn't see the models' names"),
            new Field("language", "sc:Text", "of the prompts, in English"),
            new Field("tstamp", "sc:Float", "the time of the vote in seconds since 1970"),
            new Field("conv_metadata", "sc:Text", "figures about the form of the answers"),
            new Field("categories", "sc:Text", "the arena's categories of the battle"));

    private record Field(String name, String type, String meaning) {
    }

    private ReleaseFile data() {
        return files.get(0);
    }

    String markdown() {
        String found = redactions.isEmpty() ? "none"
                : redactions.entrySet().stream()
                        .map(count -> count.getKey().label() + ": " + count.getValue())
                        .collect(Collectors.joining(", "));
        return """
                # %s

                Votes on pairs of anonymous answers, with the conversations, from a Dohyo arena.

                | | |
                | --- | --- |
                | Records | %d |
                | Licence | [%s](%s) |
                | Published | %s |
                | Votes from | %s |
                | Votes to | %s |
                | Category | %s |
                | Language | %s |
                | Redactions | %s |
                | Size of the log | %d |

                ## Files
                `%s` has one JSON object a line, in the order of the arena's log (gzip, UTF-8; FastChat's clean_battle format).
                The others have the same records as Parquet (Zstandard), each a stretch of them. `board.json` has the ratings that these
                records give by themselves, with 95%% intervals: at most 30 votes a voter count in full, and votes of one voter are
                taken as hanging together. `croissant.json` describes all this for programs, `SHA256SUMS` has the checksums.

                %s

                ## Fields
                %s

                ## How it was made
                A person sends a prompt to two anonymous models and votes which answer is better. This release has the votes that are in
                the ratings, whose voters had agreed to terms under which prompts and answers may be published. Left out are the battles
                that voters keep out of public data or have deleted, those of banned voters, and imported ones.

                E-mail addresses, phone numbers, addresses, keys and passwords were searched for by patterns and reviewed. What was taken
                out is marked in the text as `[REDACTED:kind]`. Patterns miss what they don't know: if you find personal data, please
                write to the people who run the arena, and don't use it.

                Answers were written by models; the terms of their makers may apply to them. Prompts and answers may be wrong or offensive.

                ## The log
                The votes are entries of an append-only log. Its signed checkpoint at this size:

                ```
                %s```
                """
                .formatted(Line.markdown(release.title), release.records, release.license.spdx(),
                        release.license.address(),
                        release.publishedAt, release.beginAt == null ? "the beginning" : release.beginAt,
                        release.endAt == null ? "the size of the log below" : release.endAt,
                        release.category.isEmpty() ? "all" : release.category,
                        release.language.isEmpty() ? "all" : release.language, found, release.logSize, data().name,
                        files.stream().map(file -> "- `" + file.name + "`, SHA-256 `" + file.sha256 + "`")
                                .collect(Collectors.joining("\n")),
                        FIELDS.stream().map(field -> "- `" + field.name + "`: " + field.meaning)
                                .collect(Collectors.joining("\n")),
                        release.checkpoint);
    }

    byte[] croissant(ObjectMapper json) throws JsonProcessingException {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("@context", context());
        card.put("@type", "sc:Dataset");
        card.put("conformsTo", "http://mlcommons.org/croissant/1.0");
        card.put("name", release.title);
        card.put("description", "Votes on pairs of anonymous answers, with the conversations, from a Dohyo arena.");
        card.put("license", release.license.address());
        card.put("url", address);
        card.put("version", release.id + ".0.0");
        card.put("datePublished", release.publishedAt.toString());
        card.put("distribution", files.stream().map(this::distribution).toList());
        card.put("recordSet", List.of(recordSet()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(card);
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@vocab", "https://schema.org/");
        context.put("sc", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("conformsTo", "dct:conformsTo");
        Stream.of("field", "fileObject", "recordSet", "source", "extract", "column", "md5").forEach(
                term -> context.put(term, "cr:" + term));
        context.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
        return context;
    }

    private Map<String, Object> distribution(ReleaseFile stored) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("@type", "cr:FileObject");
        file.put("@id", stored.name);
        file.put("name", stored.name);
        file.put("contentUrl", address + stored.name);
        file.put("encodingFormat",
                stored == data() ? "application/jsonlines" : "application/vnd.apache.parquet");
        file.put("contentSize", stored.size + " B");
        file.put("sha256", stored.sha256);
        return file;
    }

    private Map<String, Object> recordSet() {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Field field : FIELDS) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("@type", "cr:Field");
            described.put("@id", "votes/" + field.name);
            described.put("name", field.name);
            described.put("description", field.meaning);
            described.put("dataType", field.type);
            described.put("source",
                    Map.of("fileObject", Map.of("@id", data().name), "extract", Map.of("column", field.name)));
            fields.add(described);
        }
        Map<String, Object> votes = new LinkedHashMap<>();
        votes.put("@type", "cr:RecordSet");
        votes.put("@id", "votes");
        votes.put("name", "votes");
        votes.put("field", fields);
        return votes;
    }

    /** A public line of text that an admin writes, such as a title. */
    static final class Line {

        /**
         * A pattern of Bean Validation. Characters that steer the direction of writing, and ends of lines, would make a
         * page or a file say something else than was typed; half of a surrogate pair can't be written in UTF-8.
         */
        static final String PLAIN = "[^\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]*+";

        static final String RULE = "{dohyo.Line.message}";

        private static final String MARKUP = "([\\\\`*_\\[\\]<>&|~#])";

        private Line() {
        }

        /** The line as text in Markdown, without the ends of lines that older ones may have. */
        static String markdown(String line) {
            return line.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").replaceAll(MARKUP, "\\\\$1");
        }
    }
}
