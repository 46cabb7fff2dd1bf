package org.dohyo.leaderboard.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.rating.Fit;
import org.dohyo.rating.Proportion;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.agroal.api.AgroalDataSource;

/**
 * What the answers of each model look like and how they came, over the newest votes only, so that it costs the same however
 * long the log is. Nothing of a battle is in it before its vote.
 */
@ApplicationScoped
class ModelStyles {

    static final int NEWEST = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String STYLES = """
            with side as (
                select model_a as model, style[1:6] as style from log_entry
                where position >= (select size from log_head) - ? and kind = 'CAST' and style is not null
                union all
                select model_b, style[7:12] from log_entry
                where position >= (select size from log_head) - ? and kind = 'CAST' and style is not null
            ), figure as (
                select model, place, nullif(value, 'NaN')::float8 as value
                from side cross join unnest(style) with ordinality as of(value, place)
            )
            select m.slug, place, count(value), avg(value), coalesce(stddev_samp(value), 0)
            from figure join model m on m.id = figure.model group by m.slug, place""";
    private static final String ENDS = """
            select m.slug, count(*), count(*) filter (where a.attempt > 1), count(*) filter (where a.finish_reason = 'length')
            from log_entry e join vote v on v.id = e.vote_id join battle b on b.id = v.battle_id
            join answer a on a.battle_id = b.id
            join model m on m.id = case a.side when 'A' then b.model_a else b.model_b end
            where e.position >= (select size from log_head) - ? and e.kind = 'CAST' group by m.slug""";

    private final AgroalDataSource database;
    private final LoadingCache<Boolean, Map<String, Style>> styles = Caffeine.newBuilder().expireAfterWrite(FRESH)
            .build(only -> read());

    ModelStyles(AgroalDataSource database) {
        this.database = database;
    }

    /** @param half of the 95% interval of the mean, answers taken as independent */
    public record Mean(long answers, double mean, double half) {
    }

    /**
     * @param figures tokens, headers, list items, bold spans, milliseconds to the first text and in all; null where no vote
     *        tells
     * @param again share of answers that failed or were stopped at first
     * @param cut share of answers that ended at their length limit
     */
    public record Style(Mean[] figures, Proportion again, Proportion cut) {
    }

    Optional<Style> of(String slug) {
        return Optional.ofNullable(styles.get(true).get(slug));
    }

    private Map<String, Style> read() {
        try (Connection connection = database.getConnection()) {
            Map<String, Mean[]> means = means(connection);
            Map<String, Style> read = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(ENDS)) {
                select.setInt(1, NEWEST);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Mean[] figures = means.remove(row.getString(1));
                        read.put(row.getString(1), new Style(figures == null ? new Mean[6] : figures,
                                Proportion.of(row.getLong(3), row.getLong(2)), Proportion.of(row.getLong(4), row.getLong(2))));
                    }
                }
            }
            // Imported votes tell the style of answers that this arena never saw.
            means.forEach((slug, figures) -> read.put(slug, new Style(figures, null, null)));
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("the models' styles can't be read", e);
        }
    }

    private static Map<String, Mean[]> means(Connection connection) throws SQLException {
        Map<String, Mean[]> means = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STYLES)) {
            select.setInt(1, NEWEST);
            select.setInt(2, NEWEST);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long answers = row.getLong(3);
                    if (answers > 0) {
                        means.computeIfAbsent(row.getString(1), unused -> new Mean[6])[row.getInt(2) - 1] = new Mean(answers,
                                row.getDouble(4), Fit.Z95 * row.getDouble(5) / Math.sqrt(answers));
                    }
                }
            }
        }
        return means;
    }
}
