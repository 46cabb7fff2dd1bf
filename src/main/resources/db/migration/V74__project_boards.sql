-- Whether annotators may see the boards of the project that they work for.
alter table project add column annotators_see_board boolean not null default false;

-- The newest board by one criterion, and the size of the project's log from which it was computed.
create table project_board (
    criterion_id bigint primary key constraint project_board_criterion references project_criterion on delete cascade,
    project_id   bigint      not null constraint project_board_project references project on delete cascade,
    log_size     bigint      not null,
    judgements   bigint      not null,
    annotators   integer     not null,
    models       jsonb       not null,
    computed_at  timestamptz not null
);
create index project_board_project on project_board (project_id);

-- The size from which all boards of the project were computed.
alter table project_log add column board_size bigint not null default 0;
create index project_log_without_board on project_log (project_id) where board_size < size;
