package org.dohyo.dataset;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Slug;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Sends the votes of a file to the staging table over COPY, which costs neither memory nor a call per vote. */
final class StagingCopy implements AutoCloseable {

    private static final String COPY = "copy import_vote (import_id, number, record, battle_id, vote_id, identity, "
            + "repeatable, name_a, slug_a, name_b, slug_b, outcome, source, strength, voter, turn, blind, categories, "
            + "style_a, style_b, cast_at) from stdin";

    private final String id;
    private final PGCopyOutputStream copy;
    private final Writer rows;
    private final StringBuilder row = new StringBuilder();
    private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
    private long number;
    private boolean repeatable;

    private StagingCopy(UUID id, PGCopyOutputStream copy) {
        this.id = id.toString();
        this.copy = copy;
        rows = new OutputStreamWriter(copy, StandardCharsets.UTF_8);
    }

    /** Opens a copy of an import's votes, in the transaction of the handle. */
    static StagingCopy of(UUID id, Handle handle) throws IOException {
        try {
            return new StagingCopy(id,
                    new PGCopyOutputStream(handle.getConnection().unwrap(PGConnection.class), COPY, 1 << 16));
        } catch (SQLException e) {
            throw new IOException("the copy into the staging table can't begin", e);
        }
    }

    void write(long record, Comparison vote) throws IOException {
        number++;
        repeatable |= vote.repeatable();
        row.setLength(0);
        row.append(id).append('\t').append(number).append('\t').append(record);
        text(newId());
        text(newId());
        text(vote.identity());
        flag(vote.repeatable());
        text(vote.modelA());
        text(Slug.of(vote.modelA()));
        text(vote.modelB());
        text(Slug.of(vote.modelB()));
        text(vote.outcome().name());
        text(vote.source().name());
        text(vote.strength() == null ? null : vote.strength().toString());
        text(vote.voter());
        row.append('\t').append(vote.turn());
        flag(vote.blind());
        array(vote.boards());
        text(vote.styleA());
        text(vote.styleB());
        text(vote.castAt().toString());
        rows.append(row.append('\n'));
    }

    /** Random, in the order of the file: the indexes then grow at one place. */
    private String newId() {
        return new UUID(number << 32 | random.nextLong() >>> 32, random.nextLong()).toString();
    }

    private void text(String text) {
        row.append('\t');
        if (text == null) {
            row.append("\\N");
        } else {
            escape(text);
        }
    }

    private void flag(boolean flag) {
        row.append('\t').append(flag ? 't' : 'f');
    }

    private void array(List<String> texts) {
        String separator = "\t{";
        for (String text : texts) {
            row.append(separator).append('"');
            escape(text.replace("\\", "\\\\").replace("\"", "\\\""));
            row.append('"');
            separator = ",";
        }
        row.append('}');
    }

    private void escape(String text) {
        if (plain(text)) {
            row.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                default -> row.append(unit);
            }
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == '\\') {
                return false;
            }
        }
        return true;
    }

    /** True if the identity of a vote may occur again, so that equal ones have to be numbered. */
    boolean repeatable() {
        return repeatable;
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            release();
        }
    }

    /** Else the rollback would wait for ever for a COPY that has failed. */
    private void release() throws IOException {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw new IOException("the copy into the staging table has failed", e);
            }
        }
    }
}
