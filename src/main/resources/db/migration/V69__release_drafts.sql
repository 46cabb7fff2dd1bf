-- Drafts of releases are searched in the background. A draft is being prepared, or has failed, while it has a row here; the former
-- version shows it as a draft, and its publication searches all texts anyhow.
create table release_preparation (
    release_id bigint primary key constraint release_preparation_release references release on delete cascade,
    searched   bigint not null default 0,
    failure    text
);

-- Drafts by a schedule: at most one row.
create table release_schedule (
    id         smallint    primary key constraint release_schedule_once check (id = 1),
    cadence    text        not null constraint release_schedule_cadence_known
        check (cadence in ('OFF', 'WEEKLY', 'MONTHLY', 'QUARTERLY')),
    title      text        not null,
    license    text        not null,
    category   text        not null,
    language   text        not null,
    since_last boolean     not null,
    next_at    timestamptz,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint release_schedule_has_a_next check ((cadence = 'OFF') = (next_at is null))
);

alter table release add column scheduled boolean not null default false;
