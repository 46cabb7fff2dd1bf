package org.dohyo.leaderboard.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.text.Categories;
import org.jdbi.v3.core.Jdbi;

/** Finds the prompts at which both people and judges compared the same two models, by the prompts' texts. */
@ApplicationScoped
class SharedPrompts {

    private static final String SHARED = """
            with compared as materialized (
                select e.categories[1] as category, v.battle_id, least(b.slug_a, b.slug_b) as first,
                    greatest(b.slug_a, b.slug_b) as second,
                    case when e.outcome not in ('A', 'B') then 0 when (e.outcome = 'A') = (b.slug_a < b.slug_b) then 1 else -1 end as better
                from vote_log e join exported_vote v on v.id = e.vote_id join exported_battle b on b.id = v.battle_id
                where e.kind = 'CAST' and e.categories[1] in (:people, :category) and v.counted and v.withdrawn_at is null
                    and v.excluded_at is null),
            prompted as (
                select c.category = :category as judged, c.first, c.second, c.better,
                    (select md5(string_agg(t.prompt, ' ' order by t.turn)) from exported_turn t where t.battle_id = c.battle_id) as prompt
                from compared c
                where (c.first, c.second) in (select j.first, j.second from compared j where j.category = :category))
            select count(*) filter (where not judged and better = 1) as people_first,
                count(*) filter (where not judged and better = -1) as people_second,
                count(*) filter (where not judged and better = 0) as people_halves,
                count(*) filter (where judged and better = 1) as judges_first,
                count(*) filter (where judged and better = -1) as judges_second,
                count(*) filter (where judged and better = 0) as judges_halves
            from prompted where prompt is not null group by first, second, prompt
            having bool_or(judged) and bool_or(not judged)
            order by first, second, prompt""";

    private final Jdbi jdbi;

    SharedPrompts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of counted votes whose texts aren't erased. */
    List<Agreement.Shared> with(String category) {
        return jdbi.withHandle(handle -> handle.createQuery(SHARED).bind("people", Categories.OVERALL)
                .bind("category", category).map((row, context) -> shared(row)).list());
    }

    private static Agreement.Shared shared(ResultSet row) throws SQLException {
        return new Agreement.Shared(tally(row, "people"), tally(row, "judges"));
    }

    private static Tally tally(ResultSet row, String who) throws SQLException {
        return new Tally(row.getLong(who + "_first"), row.getLong(who + "_second"), row.getLong(who + "_halves"));
    }
}
