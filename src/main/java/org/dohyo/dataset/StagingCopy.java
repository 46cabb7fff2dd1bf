package org.dohyo.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Slug;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Sends votes to a staging table as CSV over COPY, which costs neither memory nor a call per vote. */
final class StagingCopy implements AutoCloseable {

    private static final String STAGING = """
            create temp table import_vote (record bigint, identity text, repeatable boolean, name_a text, slug_a text,
              name_b text, slug_b text, outcome text, source text, strength real, voter text,
              turn integer, blind boolean, categories text[],
              style_a jsonb, style_b jsonb, cast_at timestamptz) on commit drop""";
    private static final String COPY = "copy import_vote (record, identity, repeatable, name_a, slug_a, name_b, slug_b, "
            + "outcome, source, strength, voter, turn, blind, categories, style_a, style_b, cast_at) from stdin (format csv)";

    private static final int MOST_SLUGS = 10_000;

    private final Writer csv;
    private final Map<String, String> slugs = new HashMap<>();

    private StagingCopy(OutputStream copy) {
        csv = new OutputStreamWriter(copy, StandardCharsets.UTF_8);
    }

    /** Makes the staging table, which lives as long as the transaction of the handle, and opens a copy into it. */
    static StagingCopy into(Handle handle) throws IOException {
        handle.execute(STAGING);
        try {
            return new StagingCopy(
                    new PGCopyOutputStream(handle.getConnection().unwrap(PGConnection.class), COPY, 1 << 16));
        } catch (SQLException e) {
            throw new IOException("the copy into the staging table can't begin", e);
        }
    }

    void write(long record, Comparison vote) throws IOException {
        csv.write(Stream.of(record, vote.identity(), vote.repeatable(), vote.modelA(), slug(vote.modelA()),
                vote.modelB(), slug(vote.modelB()), vote.outcome(), vote.source(),
                emptyIfNull(vote.strength()), emptyIfNull(vote.voter()), vote.turn(),
                vote.blind(),
                array(vote), emptyIfNull(vote.styleA()), emptyIfNull(vote.styleB()), vote.castAt())
                .map(StagingCopy::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    private String slug(String name) {
        if (slugs.size() > MOST_SLUGS) {
            slugs.clear();
        }
        return slugs.computeIfAbsent(name, Slug::of);
    }

    private static Object emptyIfNull(Object value) {
        return value == null ? "" : value;
    }

    private static String array(Comparison vote) {
        return vote.boards().stream()
                .map(category -> '"' + category.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    // An empty field without quotes is null, with them an empty text.
    private static String quoted(Object field) {
        String text = field.toString();
        return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
