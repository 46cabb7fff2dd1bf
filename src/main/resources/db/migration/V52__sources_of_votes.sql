-- Who compared, how clearly, and for how many imported votes the voter is unknown. A former version inserts people's votes, which the
-- defaults describe.
alter table vote
    add column source text not null default 'PERSON'
        constraint vote_source_known check (source in ('PERSON', 'JUDGE', 'INFERRED')),
    add column strength real
        constraint vote_strength_range check (strength between 0 and 1),
    drop constraint vote_in_overall,
    add constraint vote_in_overall check (categories[1] = case source when 'PERSON' then 'overall' else lower(source) end) not valid;

comment on column vote.strength is 'How clear the outcome was, 0 to 1; null if nobody said so.';

create table vote_without_voter (
    category text   primary key,
    votes    bigint not null constraint vote_without_voter_some check (votes > 0)
);
comment on table vote_without_voter is 'Imported votes whose files do not name the voter, by category: each has a voter of its own.';

create view unknown_voter_vote as select category, votes from vote_without_voter;
