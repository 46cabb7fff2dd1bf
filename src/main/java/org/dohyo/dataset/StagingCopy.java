package org.dohyo.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Sends votes to the staging table as CSV over COPY: the only way in that costs neither memory nor a call per vote. */
final class StagingCopy implements AutoCloseable {

    private static final String COPY = "copy import_vote (record, identity, repeatable, name_a, slug_a, name_b, slug_b, "
            + "outcome, voter, turn, blind, categories, style_a, style_b, cast_at) from stdin (format csv)";

    private final Writer csv;

    StagingCopy(PGConnection connection) throws SQLException {
        OutputStream copy = new PGCopyOutputStream(connection, COPY, 1 << 16);
        csv = new OutputStreamWriter(copy, StandardCharsets.UTF_8);
    }

    void write(long record, ImportedVote vote) throws IOException {
        csv.write(Stream.of(record, vote.identity(), vote.repeatable(), vote.modelA(), Slug.of(vote.modelA()),
                vote.modelB(), Slug.of(vote.modelB()), vote.outcome(), vote.voter(), vote.turn(), vote.blind(),
                array(vote), emptyIfNull(vote.styleA()), emptyIfNull(vote.styleB()), vote.castAt())
                .map(StagingCopy::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    private static Object emptyIfNull(String json) {
        return json == null ? "" : json;
    }

    private static String array(ImportedVote vote) {
        return vote.categories().stream()
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
