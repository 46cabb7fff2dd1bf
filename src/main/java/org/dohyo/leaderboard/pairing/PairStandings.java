package org.dohyo.leaderboard.pairing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Battle;
import org.dohyo.battle.Standing;
import org.dohyo.battle.Standings;
import org.dohyo.rating.Proportion;

import io.agroal.api.AgroalDataSource;

/** Reads how a pair stands from its counts: one row by its key. */
@ApplicationScoped
public class PairStandings implements Standings {

    private static final String COUNTS = """
            select coalesce(first_wins, 0) as first_wins, coalesce(second_wins, 0) as second_wins, coalesce(ties, 0) as ties,
                coalesce(both_bad, 0) as both_bad,
                exists (select 1 from vote v join log_entry e on e.vote_id = v.id and e.kind = 'CAST'
                    where v.battle_id = ? and e.position < (select s.log_size from snapshot s where s.category = 'overall'
                        and s.method = 'bt' and s.weights = 'voters' and not s.style_control order by s.id desc limit 1)) as taken
            from (values (1)) as always left join pair_count on category = 'overall' and first = ? and second = ?""";

    private final AgroalDataSource database;

    PairStandings(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public Standing of(Battle battle) {
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setObject(1, battle.id, java.sql.Types.OTHER);
            select.setLong(2, Math.min(battle.modelA, battle.modelB));
            select.setLong(3, Math.max(battle.modelA, battle.modelB));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return standing(row, battle.modelA < battle.modelB);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the pair's counts can't be read", e);
        }
    }

    private static Standing standing(ResultSet row, boolean aFirst) throws SQLException {
        long winsA = row.getLong(aFirst ? "first_wins" : "second_wins");
        long winsB = row.getLong(aFirst ? "second_wins" : "first_wins");
        long ties = row.getLong("ties");
        long bad = row.getLong("both_bad");
        long votes = winsA + winsB + ties + bad;
        if (votes == 0) {
            return new Standing(0, 0, 0, 0, 0, null, null, null, row.getBoolean("taken"));
        }
        Proportion share = Proportion.of(winsA + (ties + bad) / 2.0, votes);
        return new Standing(votes, winsA, winsB, ties, bad, share.share(), share.low(), share.high(), row.getBoolean("taken"));
    }
}
