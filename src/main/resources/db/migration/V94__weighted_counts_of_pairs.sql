-- A pair's votes and their sums weighted by voters change together, so they are one row: half the writes of a pass, one statement. A pass in
-- progress ends before this begins; the former version has run none since V90.
select pg_advisory_xact_lock(x'646f68796f'::bigint);

alter table pair_count
    add column weighted_first_wins bigint not null default 0 constraint pair_count_weighted_first_wins check (weighted_first_wins >= 0),
    add column weighted_second_wins bigint not null default 0 constraint pair_count_weighted_second_wins check (weighted_second_wins >= 0),
    add column weighted_halves bigint not null default 0 constraint pair_count_weighted_halves check (weighted_halves >= 0);

insert into pair_count (category, first, second, weighted_first_wins, weighted_second_wins, weighted_halves)
select category, first, second, first_wins, second_wins, halves from weighted_pair_count
on conflict (category, first, second) do update set weighted_first_wins = excluded.weighted_first_wins,
    weighted_second_wins = excluded.weighted_second_wins, weighted_halves = excluded.weighted_halves;

drop view counted_weighted_pair;
drop table weighted_pair_count;

-- Published by leaderboard: the counted votes of each pair with each voter's weight limited, in units of 2^-20 votes.
create view counted_weighted_pair as
select category, first, second, weighted_first_wins as first_wins, weighted_second_wins as second_wins, weighted_halves as halves
from pair_count;

-- The former version reads it while it is replaced.
create view weighted_pair_count as select * from counted_weighted_pair;
