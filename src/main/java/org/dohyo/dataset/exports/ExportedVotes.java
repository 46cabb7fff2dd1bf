package org.dohyo.dataset.exports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Exchange;
import org.dohyo.battle.Outcome;
import org.dohyo.text.Categories;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads logged votes in the order of the log, a stretch of it at a time. */
@ApplicationScoped
public class ExportedVotes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VOTES = """
            select e.position, e.outcome, e.categories, encode(e.voter_tag, 'hex') as voter, v.battle_id, v.cast_at,
              v.counted, v.not_counted_reason, v.withdrawn_at, v.excluded_at, v.excluded_reason, v.reasons_a,
              v.reasons_b, v.comment, v.style_a, v.style_b, b.slug_a, b.slug_b, b.blind, b.turn, b.import_key
            from vote_log e join exported_vote v on v.id = e.vote_id join exported_battle b on b.id = v.battle_id
            where e.kind = 'CAST' and e.position >= :first and e.position < :end%s order by e.position""";

    private static final String OTHERS = """
            select e.categories[1] as category, count(*) as votes
            from vote_log e join exported_vote v on v.id = e.vote_id
            where e.kind = 'CAST' and e.position < :end%s group by 1""";

    private static final String PUBLISHABLE = """
            and exists (select from publishable_battle p join publishing_terms t on t.version = p.terms_version
              where p.id = v.battle_id and not exists (select from banned_voter where banned_voter.id = p.voter_id))""";

    private static final String STILL_PUBLISHABLE = """
            select count(*) from publishable_battle p
            where p.id = any(:battles) and exists (select from exported_turn where battle_id = p.id)""";

    private static final String TEXTS = """
            select battle_id, turn, prompt, answer_a, answer_b from exported_turn where battle_id = any(:battles)
            order by battle_id, turn""";

    private final Jdbi jdbi;

    ExportedVotes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The size of the log now. */
    public long logSize() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select size from vote_log_size").mapTo(Long.class).one());
    }

    /** The selected votes whose entries stand from a position (included) to another (excluded), in that order. */
    List<ExportedVote> between(long first, long end, ExportSelection selection) {
        return between(first, end, selection, selection.condition());
    }

    /**
     * The votes below a position of the log that programs judged and those that were inferred, which an export has only
     * by their own category.
     */
    Map<Omission, Long> others(long end, ExportSelection selection) {
        Map<Omission, Long> others = new EnumMap<>(Omission.class);
        jdbi.useHandle(handle -> handle.createQuery(OTHERS.formatted(selection.conditionOfOthers()))
                .bind("end", end).bindMap(selection.times())
                .map((row, context) -> Map.entry(row.getString("category"), row.getLong("votes")))
                .forEach(count -> others.put(count.getKey().equals(Categories.JUDGE) ? Omission.JUDGE
                        : Omission.INFERRED, count.getValue())));
        return others;
    }

    /**
     * As {@link #between}, of the votes whose texts may be published: by the terms that their voters agreed to, unless
     * the voter keeps them out or is banned.
     */
    public List<ExportedVote> publishable(long first, long end, ExportSelection selection) {
        return between(first, end, selection, selection.condition() + " " + PUBLISHABLE).stream()
                .filter(ExportedVote::hasTexts).toList();
    }

    /** How many of these battles may still be published and still have texts. */
    public long stillPublishable(Collection<UUID> battles) {
        return jdbi.withHandle(handle -> handle.createQuery(STILL_PUBLISHABLE)
                .bindArray("battles", UUID.class, battles).mapTo(Long.class).one());
    }

    /** The turns of these battles in order; a battle without texts is missing. */
    public Map<UUID, List<Exchange>> texts(Collection<UUID> battles) {
        return jdbi.withHandle(handle -> texts(handle, battles));
    }

    private List<ExportedVote> between(long first, long end, ExportSelection selection, String condition) {
        return jdbi.withHandle(handle -> {
            List<ExportedVote> votes = handle.createQuery(VOTES.formatted(condition)).bind("first", first)
                    .bind("end", end).bindMap(selection.values())
                    .map((row, context) -> vote(row, selection.reasons())).list();
            return selection.texts() && !votes.isEmpty() ? withTexts(handle, votes) : votes;
        });
    }

    private static List<ExportedVote> withTexts(Handle handle, List<ExportedVote> votes) {
        Map<UUID, List<Exchange>> texts = texts(handle, votes.stream().map(ExportedVote::battleId).toList());
        return votes.stream().map(vote -> vote.with(texts.getOrDefault(vote.battleId(), List.of()))).toList();
    }

    private static Map<UUID, List<Exchange>> texts(Handle handle, Collection<UUID> battles) {
        return handle.createQuery(TEXTS).bindArray("battles", UUID.class, battles)
                .map((row, context) -> Map.entry(row.getObject("battle_id", UUID.class),
                        new Exchange(row.getInt("turn"), row.getString("prompt"), row.getString("answer_a"),
                                row.getString("answer_b"))))
                .stream().collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static ExportedVote vote(ResultSet row, boolean reasons) throws SQLException {
        return new ExportedVote(row.getLong("position"), row.getObject("battle_id", UUID.class),
                row.getString("import_key"), row.getString("slug_a"), row.getString("slug_b"),
                Outcome.valueOf(row.getString("outcome")), texts(row.getArray("categories")), row.getString("voter"),
                time(row, "cast_at"), row.getBoolean("blind"), row.getInt("turn"), row.getBoolean("counted"),
                row.getString("not_counted_reason"), time(row, "withdrawn_at"), time(row, "excluded_at"),
                row.getString("excluded_reason"), reasons ? reasons(row) : null, json(row.getString("style_a")),
                json(row.getString("style_b")), List.of());
    }

    private static ExportedVote.Reasons reasons(ResultSet row) throws SQLException {
        return new ExportedVote.Reasons(texts(row.getArray("reasons_a")), texts(row.getArray("reasons_b")),
                row.getString("comment"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored style isn't JSON", e);
        }
    }
}
