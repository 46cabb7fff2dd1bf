-- The votes of a file that has been read to its end and is valid, until they are stored in sets: whoever stores them may end in between,
-- and goes on later, or another does. number counts them from 1. A former version takes such an import for one that was interrupted.
create table import_vote (
    import_id  uuid        not null,
    number     bigint      not null,
    record     bigint      not null,
    battle_id  uuid        not null,
    vote_id    uuid        not null,
    identity   text        not null,
    repeatable boolean     not null,
    name_a     text        not null,
    slug_a     text        not null,
    name_b     text        not null,
    slug_b     text        not null,
    outcome    text        not null,
    source     text        not null,
    strength   real,
    voter      text,
    turn       integer     not null,
    blind      boolean     not null,
    categories text[]      not null,
    style_a    jsonb,
    style_b    jsonb,
    cast_at    timestamptz not null,
    primary key (import_id, number)
);
comment on table import_vote is 'Votes of imported files on their way to the tables of battles and votes; empty once they are stored.';

-- staged: how many votes the file has, null until it was read; stored: how many of them have been seen to; fresh: those that were new.
alter table vote_import
    add column staged bigint,
    add column stored bigint not null default 0,
    add column fresh  bigint not null default 0;
