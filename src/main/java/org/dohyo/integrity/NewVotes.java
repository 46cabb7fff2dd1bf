package org.dohyo.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;
import org.dohyo.integrity.tilt.Result;
import org.dohyo.text.PlainPrompt;
import org.jdbi.v3.core.Jdbi;

/** Reads the log's new votes with what the detectors need of them. Imported votes and uncounted ones are left out. */
@ApplicationScoped
class NewVotes {

    // As in the index of these entries, so that those of an import are passed over.
    private static final String CAST_HERE = "leaf like '%\"origin\":\"ARENA\"%'";

    private static final String END = """
            select coalesce(
                (select position from vote_log where position >= :from and logged_at <= cast(:until as timestamptz) and %s
                    order by position offset :most - 1 limit 1),
                (select position from vote_log where position >= :from and logged_at <= cast(:until as timestamptz)
                    order by position desc limit 1), :from - 1) + 1"""
            .formatted(CAST_HERE);

    private static final String READ = """
            select l.vote_id, l.model_a, l.model_b, l.outcome, l.voter_tag, c.cast_at, b.prompt, n.network, a.created_at
            from (select * from vote_log where position >= :from and position < :end and kind = 'CAST' and sign = 1
                and %s) as l
            join cast_vote c on c.id = l.vote_id join battle_summary b on b.id = c.battle_id
            left join vote_network n on n.vote_id = l.vote_id left join voter_arrival a on a.id = b.voter_id
            where b.origin = 'ARENA' order by l.position""".formatted(CAST_HERE);

    private final Jdbi jdbi;

    NewVotes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A vote that was cast here.
     *
     * @param prompt the beginning of the first prompt; null if it is erased
     * @param network its tag; null if it is not known
     * @param arrived when the voter came; null if the voter is erased
     */
    record Cast(UUID vote, long modelA, long modelB, Result result, byte[] voterTag, Instant at, String prompt,
            byte[] network, Instant arrived) {

        static Cast of(ResultSet row) throws SQLException {
            return new Cast(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3),
                    result(Outcome.valueOf(row.getString(4))), row.getBytes(5), row.getTimestamp(6).toInstant(),
                    row.getString(7), row.getBytes(8), row.getTimestamp(9) == null ? null
                            : row.getTimestamp(9).toInstant());
        }

        private static Result result(Outcome outcome) {
            return switch (outcome) {
                case A -> Result.WIN;
                case B -> Result.LOSS;
                case TIE, BOTH_BAD -> Result.TIE;
            };
        }

        LocalDate day() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }

        LocalDate arrival() {
            return arrived == null ? null : LocalDate.ofInstant(arrived, ZoneOffset.UTC);
        }

        /** The prompt, however it is spaced or capitalised. */
        String plainPrompt() {
            return PlainPrompt.of(prompt);
        }
    }

    /** Where the entries end that were logged until then and have at most so many votes; from if there are none. */
    long end(long from, int most, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery(END).bind("from", from).bind("most", most)
                .bind("until", until).mapTo(Long.class).one());
    }

    List<Cast> between(long from, long end) {
        return jdbi.withHandle(handle -> handle.createQuery(READ).bind("from", from).bind("end", end)
                .map((row, context) -> Cast.of(row)).list());
    }
}
