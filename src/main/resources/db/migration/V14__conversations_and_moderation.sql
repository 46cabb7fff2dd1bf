-- Conversations that a voter flagged or moderation marked: the desk's list. A newer flag opens one again.
create table flagged_conversation (
    battle_id  uuid        primary key constraint flagged_conversation_battle references battle,
    opened_at  timestamptz not null,
    handled_at timestamptz,
    handled_as text        constraint flagged_conversation_handled_known check (handled_as in ('DISMISSED', 'ERASED', 'BANNED')),
    constraint flagged_conversation_handled_somehow check ((handled_at is null) = (handled_as is null))
);
create index flagged_conversation_open on flagged_conversation (opened_at desc) where handled_at is null;
create index flagged_conversation_handled on flagged_conversation (opened_at desc) where handled_at is not null;
insert into flagged_conversation (battle_id, opened_at) select battle_id, max(flagged_at) from answer_flag group by battle_id;

-- What moderation found in a prompt that was let through; the words are the moderation endpoint's own.
create table prompt_mark (
    battle_id  uuid        not null constraint prompt_mark_battle references battle,
    turn       integer     not null,
    categories text[]      not null,
    marked_at  timestamptz not null,
    primary key (battle_id, turn)
);

-- A banned voter takes no part any more; what was said and voted before stays until somebody decides otherwise.
alter table voter add column banned_at timestamptz;

-- Whom to ask about prompts before a model sees them, and what follows. One row, since there is one arena.
create table moderation (
    only_one       boolean primary key default true constraint moderation_only_one check (only_one),
    enabled        boolean not null default false,
    base_url       text    not null default '',
    model          text    not null default '',
    api_key_cipher bytea,
    when_flagged   text    not null default 'REFUSE' constraint moderation_flagged_known check (when_flagged in ('REFUSE', 'MARK')),
    when_down      text    not null default 'PASS' constraint moderation_down_known check (when_down in ('PASS', 'REFUSE')),
    timeout_millis integer not null default 5000 constraint moderation_timeout_range check (timeout_millis between 100 and 30000),
    constraint moderation_asks_somebody check (not enabled or base_url <> '')
);
insert into moderation default values;

-- The next version of the terms while it is written; it goes when it is published.
create table terms_draft (
    language text        primary key constraint terms_draft_language_known check (language in ('en', 'ja')),
    body     text        not null,
    saved_at timestamptz not null
);
