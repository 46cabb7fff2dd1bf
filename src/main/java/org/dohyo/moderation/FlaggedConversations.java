package org.dohyo.moderation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.vote.Judgements;
import org.dohyo.vote.Vote;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Conversations that voters flagged or moderation marked, as the desk reads them. */
@ApplicationScoped
public class FlaggedConversations {

    private static final String ITEMS = """
            select c.battle_id, c.opened_at, c.handled_at, c.handled_as, left(encode(p.tag, 'hex'), 12) as voter,
                p.banned_at is not null as banned, left(t.prompt, 300) as prompt, a.slug as model_a, b.slug as model_b, f.state
            from flagged_conversation c join battle f on f.id = c.battle_id
            join model a on a.id = f.model_a join model b on b.id = f.model_b
            join voter p on p.id = f.voter_id left join turn t on t.battle_id = f.id and t.turn = 1
            """;

    private final Session database;
    private final Flag.Repository flags;
    private final PromptMark.Repository marks;
    private final Vote.Repository votes;
    private final Judgements judgements;

    FlaggedConversations(Session database, Flag.Repository flags, PromptMark.Repository marks, Vote.Repository votes,
            Judgements judgements) {
        this.database = database;
        this.flags = flags;
        this.marks = marks;
        this.votes = votes;
        this.judgements = judgements;
    }

    /** A voter's hint; the reason is empty once the texts were erased. */
    record Hint(String side, int turn, String reason, Instant at) {

        private static final Pattern CHOSEN = Pattern.compile("(harmful|personal data|broken|other)(?:: (.*))?",
                Pattern.DOTALL);

        /** What the page of battles lets choose, which has a name in each language; empty for a caller's own words. */
        public String kind() {
            Matcher chosen = CHOSEN.matcher(reason);
            return chosen.matches() ? chosen.group(1) : "";
        }

        /** What was written beside the choice, or without one. */
        public String words() {
            Matcher chosen = CHOSEN.matcher(reason);
            return !chosen.matches() ? reason : chosen.group(2) == null ? "" : chosen.group(2);
        }
    }

    /** What moderation found in one prompt, in its endpoint's words. */
    record Mark(int turn, List<String> categories, Instant at) {
    }

    /**
     * @param id the battle's
     * @param openedAt the newest flag or mark
     * @param handledAs {@code dismissed}, {@code erased} or {@code banned}; null while it is open
     * @param voter the beginning of the salted tag
     * @param prompt the beginning of the first one; null where the texts were erased
     */
    record Item(UUID id, Instant openedAt, Instant handledAt, String handledAs, String voter, boolean banned, String prompt,
            String modelA, String modelB, String state, List<Hint> flags, List<Mark> marks) {
    }

    /** The vote on a conversation. */
    record Judged(UUID id, String outcome, List<String> reasonsA, List<String> reasonsB, String comment, boolean counted,
            String notCountedReason, Instant castAt, Instant withdrawnAt, Instant excludedAt, String excludedReason) {

        static Judged of(Vote vote) {
            return new Judged(vote.id, vote.outcome.name(), List.of(vote.reasonsA), List.of(vote.reasonsB), vote.comment,
                    vote.counted, vote.notCountedReason, vote.castAt, vote.withdrawnAt, vote.excludedAt, vote.excludedReason);
        }
    }

    /** @param vote null where there is none */
    record Whole(Item conversation, List<Judgements.Said> turns, Judged vote) {
    }

    /** Those opened before a time, the newest first. */
    @Transactional
    List<Item> before(Instant before, int limit, boolean handled) {
        return items(database.createNativeQuery(ITEMS + "where c.opened_at < :before and c.handled_at is "
                + (handled ? "not null" : "null") + " order by c.opened_at desc, c.battle_id limit :most", Object[].class)
                .setParameter("before", before.atOffset(ZoneOffset.UTC)).setParameter("most", limit));
    }

    /** How many wait. */
    @Transactional
    public long open() {
        return database.createNativeQuery("select count(*) from flagged_conversation where handled_at is null", Long.class)
                .getSingleResult();
    }

    /** @throws RuntimeException 404 if nobody flagged it */
    @Transactional
    Whole one(UUID id) {
        Item item = items(database.createNativeQuery(ITEMS + "where c.battle_id = :id", Object[].class)
                .setParameter("id", id)).stream().findFirst().orElseThrow(FlaggedConversations::unknown);
        return new Whole(item, judgements.said(id), votes.findByIdOptional(id).map(Judged::of).orElse(null));
    }

    static RuntimeException unknown() {
        return Problem.of(Status.NOT_FOUND, "no-such-conversation", "No flagged conversation has this id.");
    }

    private List<Item> items(NativeQuery<Object[]> query) {
        List<Object[]> rows = query.addScalar("battle_id", UUID.class).addScalar("opened_at", Instant.class)
                .addScalar("handled_at", Instant.class).addScalar("handled_as", String.class)
                .addScalar("voter", String.class).addScalar("banned", Boolean.class).addScalar("prompt", String.class)
                .addScalar("model_a", String.class).addScalar("model_b", String.class).addScalar("state", String.class)
                .getResultList();
        List<UUID> ids = rows.stream().map(row -> (UUID) row[0]).toList();
        Map<UUID, List<Hint>> hints = flags.list("battleId in ?1 order by side", ids).stream()
                .collect(Collectors.groupingBy(flag -> flag.battleId, Collectors.mapping(
                        flag -> new Hint(flag.side.name(), flag.turn, flag.reason, flag.flaggedAt), Collectors.toList())));
        Map<UUID, List<Mark>> found = marks.list("battleId in ?1 order by turn", ids).stream()
                .collect(Collectors.groupingBy(mark -> mark.battleId, Collectors.mapping(
                        mark -> new Mark(mark.turn, List.of(mark.categories), mark.markedAt), Collectors.toList())));
        return rows.stream().map(row -> new Item((UUID) row[0], (Instant) row[1], (Instant) row[2], lower((String) row[3]),
                (String) row[4], (Boolean) row[5], (String) row[6], (String) row[7], (String) row[8], (String) row[9],
                hints.getOrDefault(row[0], List.of()), found.getOrDefault(row[0], List.of()))).toList();
    }

    private static String lower(String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }
}
