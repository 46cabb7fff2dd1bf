package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** A board as it was published. Its figures are kept beside the JSON, by model, for the history of ratings. */
@Entity
@Immutable
@Table(name = "snapshot")
class Snapshot {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Embedded
    BoardKey boardKey;

    long logSize;

    long votes;

    String methodVersion;

    Instant generatedAt;

    /** The JSON of a {@link Board}. */
    @JdbcTypeCode(SqlTypes.JSON)
    String board;

    /** Slugs; the arrays below are in the same order. */
    String[] models;

    Float[] ratings;

    /** NaN, as in {@code highs}, if the interval is unknown. */
    Float[] lows;

    Float[] highs;

    Integer[] ranks;

    static Snapshot of(BoardKey key, Board board, String json) {
        Snapshot snapshot = new Snapshot();
        snapshot.boardKey = key;
        snapshot.logSize = board.logSize();
        snapshot.votes = board.votes();
        snapshot.methodVersion = board.methodVersion();
        snapshot.generatedAt = board.generatedAt();
        snapshot.board = json;
        List<Board.Row> rows = board.models();
        snapshot.models = rows.stream().map(Board.Row::slug).toArray(String[]::new);
        snapshot.ratings = rows.stream().map(row -> (float) row.rating()).toArray(Float[]::new);
        snapshot.lows = rows.stream().map(row -> real(row.low())).toArray(Float[]::new);
        snapshot.highs = rows.stream().map(row -> real(row.high())).toArray(Float[]::new);
        snapshot.ranks = rows.stream().map(Board.Row::rank).toArray(Integer[]::new);
        return snapshot;
    }

    private static Float real(Double value) {
        return value == null ? Float.NaN : value.floatValue();
    }

    /** A board in the database. */
    record Stored(Long id, BoardKey boardKey, String board) {
    }

    /** The figures of a snapshot, without its board. */
    record Figures(Instant generatedAt, Long logSize, String methodVersion, String[] models, Integer[] ranks,
            Float[] ratings,
            Float[] lows, Float[] highs) {
    }

    record Size(Long logSize) {
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Snapshot, Long> {

        /** The channel of PostgreSQL that reports new snapshots. */
        static final String CHANNEL = "dohyo_snapshot";

        private static final String LAST_OF_EACH = """
                id in (select max(s.id) from Snapshot s where s.boardKey = ?1
                    group by function('date_trunc', ?2, s.generatedAt))""";
        private static final String NEWEST = """
                id in (select max(s.id) from Snapshot s where s.id > ?1
                    group by s.boardKey.category, s.boardKey.method, s.boardKey.weights, s.boardKey.styleControl)""";

        /** Writes a snapshot; of the snapshots of a board in the same minute only the last stays. */
        void replace(Snapshot snapshot) {
            persistAndFlush(snapshot);
            delete("boardKey = ?1 and id < ?2 and generatedAt >= ?3", snapshot.boardKey, snapshot.id,
                    snapshot.generatedAt.truncatedTo(ChronoUnit.MINUTES));
        }

        /** The newest snapshot of each board, of those with a greater id. */
        List<Stored> newestAfter(long id) {
            return find(NEWEST, id).project(Stored.class).list();
        }

        /** Deletes all snapshots generated in a span of time but the last of each board in each hour or day. */
        void thin(Instant from, Instant until, BoardHistory.Resolution resolution) {
            delete("""
                    generatedAt >= ?1 and generatedAt < ?2 and id not in (select max(s.id) from Snapshot s
                        where s.generatedAt >= ?1 and s.generatedAt < ?2
                        group by s.boardKey.category, s.boardKey.method, s.boardKey.weights, s.boardKey.styleControl,
                            function('date_trunc', ?3, s.generatedAt))""", from, until, resolution.label());
        }

        Optional<Long> newestLogSize(BoardKey key) {
            return find("boardKey", Sort.descending("id"), key).project(Size.class).page(0, 1).stream()
                    .map(Size::logSize)
                    .findFirst();
        }

        /** The last snapshot of each minute, hour or day, by time. */
        List<Figures> history(BoardKey key, BoardHistory.Resolution resolution) {
            return find(LAST_OF_EACH, Sort.by("generatedAt"), key, resolution.label()).project(Figures.class).list();
        }

        /**
         * Makes the listeners of all replicas look at the newest snapshots, once the transaction is committed.
         *
         * @param logSize for whoever reads the channel
         */
        void notifyListeners(long logSize) {
            // A native query with a result class would add a plan to Hibernate's cache with each call.
            getEntityManager()
                    .createQuery("select cast(function('pg_notify', :channel, :payload) as String)", String.class)
                    .setParameter("channel", CHANNEL).setParameter("payload", Long.toString(logSize)).getSingleResult();
        }
    }
}
