-- The imports of vote files: how far each is, who began it, and how it ended. The votes themselves are stored in one transaction.
create table vote_import (
    id           uuid        primary key,
    account      text        not null,
    state        text        not null
        constraint vote_import_state_known check (state in ('READING', 'STORING', 'DONE', 'REFUSED', 'CANCELLED')),
    format       text,
    read         bigint      not null default 0,
    imported     bigint,
    duplicates   bigint,
    skipped      bigint,
    cancel_asked boolean     not null default false,
    started_at   timestamptz not null,
    seen_at      timestamptz not null,
    ended_at     timestamptz
);
comment on column vote_import.seen_at is 'Renewed every second while the import runs; one that is behind was interrupted and stored nothing.';
create index vote_import_by_time on vote_import (started_at);
