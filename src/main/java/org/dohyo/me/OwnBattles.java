package org.dohyo.me;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** A voter's own history and figures. */
@ApplicationScoped
public class OwnBattles {

    private static final String BATTLES = """
            select b.id, b.created_at, b.state, b.turn, b.blind, left(t.prompt, 300) as prompt, v.outcome, v.counted,
                v.not_counted_reason, s.token, not b.blind or v.battle_id is not null as told,
                ma.slug as slug_a, ma.name as name_a, mb.slug as slug_b, mb.name as name_b
            from battle b left join turn t on t.battle_id = b.id and t.turn = 1
            join model ma on ma.id = b.model_a join model mb on mb.id = b.model_b
            left join vote v on v.battle_id = b.id left join battle_share s on s.battle_id = b.id
            where b.voter_id = ? and b.created_at < ? order by b.created_at desc, b.id limit ?""";

    private static final String SUMMARY = """
            select (select count(*) from battle where voter_id = ?) as battles, count(*) as votes,
                count(*) filter (where counted) as counted, count(*) filter (where outcome = 'A') as a,
                count(*) filter (where outcome = 'B') as b, count(*) filter (where outcome = 'TIE') as tie,
                count(*) filter (where outcome = 'BOTH_BAD') as both_bad
            from vote where voter_id = ? and withdrawn_at is null""";

    private final AgroalDataSource database;

    OwnBattles(AgroalDataSource database) {
        this.database = database;
    }

    public record Named(String slug, String name) {
    }

    /**
     * @param prompt the first one, at most 300 characters of it; null where the desk has erased it
     * @param modelA null before the vote
     * @param outcome null before the vote
     * @param share the path of the link that shows it to others, or null
     */
    public record OwnBattle(UUID id, Instant startedAt, String state, int turns, boolean blind, String prompt, Named modelA,
            Named modelB, String outcome, Boolean counted, String notCountedReason, String share) {
    }

    /** Votes that were not taken back, by outcome. */
    public record Summary(long battles, long votes, long counted, long a, long b, long tie, long bothBad) {

        static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0, 0);
    }

    /** The voter's battles that began before then, the newest first. */
    List<OwnBattle> before(long voterId, Instant before, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(BATTLES)) {
            select.setLong(1, voterId);
            select.setObject(2, before.atOffset(ZoneOffset.UTC));
            select.setInt(3, most);
            List<OwnBattle> battles = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    battles.add(battle(row));
                }
            }
            return battles;
        } catch (SQLException e) {
            throw new IllegalStateException("a voter's battles can't be read", e);
        }
    }

    private static OwnBattle battle(ResultSet row) throws SQLException {
        boolean told = row.getBoolean("told");
        String token = row.getString("token");
        return new OwnBattle(row.getObject("id", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("state"), row.getInt("turn"), row.getBoolean("blind"), row.getString("prompt"),
                told ? new Named(row.getString("slug_a"), row.getString("name_a")) : null,
                told ? new Named(row.getString("slug_b"), row.getString("name_b")) : null, row.getString("outcome"),
                (Boolean) row.getObject("counted"), row.getString("not_counted_reason"), token == null ? null : "/s/" + token);
    }

    Summary summary(long voterId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SUMMARY)) {
            select.setLong(1, voterId);
            select.setLong(2, voterId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Summary(row.getLong("battles"), row.getLong("votes"), row.getLong("counted"), row.getLong("a"),
                        row.getLong("b"), row.getLong("tie"), row.getLong("both_bad"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a voter's figures can't be read", e);
        }
    }
}
