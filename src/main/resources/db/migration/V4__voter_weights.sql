-- Pair sums in which each vote of a voter with n votes weighs min(1, 30/n), in units of 2^-20 votes, rounded down per voter,
-- pair and score: integers, so that they are the same whatever order the votes came in.
create table weighted_pair_count (
    category    text   not null,
    first       bigint not null constraint weighted_pair_count_first references model,
    second      bigint not null constraint weighted_pair_count_second references model,
    first_wins  bigint not null default 0 constraint weighted_pair_count_first_wins check (first_wins >= 0),
    second_wins bigint not null default 0 constraint weighted_pair_count_second_wins check (second_wins >= 0),
    halves      bigint not null default 0 constraint weighted_pair_count_halves check (halves >= 0),
    primary key (category, first, second),
    constraint weighted_pair_count_ordered check (first < second)
);

insert into weighted_pair_count (category, first, second, first_wins, second_wins, halves)
with voter as (
    select category, voter_tag, greatest(30, sum(first_wins + second_wins + ties + both_bad))::bigint as n
    from voter_pair_count group by category, voter_tag
)
select c.category, c.first, c.second, sum(c.first_wins * 31457280 / v.n), sum(c.second_wins * 31457280 / v.n),
    sum((c.ties + c.both_bad) * 31457280 / v.n)
from voter_pair_count c join voter v using (category, voter_tag)
group by c.category, c.first, c.second;

-- What needs every vote: half-widths of intervals and ranges of ranks by model, from the slower beat. The newest counts.
create table uncertainty (
    category     text        not null,
    weights      text        not null constraint uncertainty_weights_known check (weights in ('votes', 'voters')),
    log_size     bigint      not null,
    generated_at timestamptz not null,
    models       jsonb       not null,
    primary key (category, weights)
);
