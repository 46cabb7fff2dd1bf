-- The log of a project: a Merkle tree of its own over its judgements and statements, for its members only.
create table project_log (
    project_id  bigint primary key constraint project_log_project references project on delete cascade,
    origin      text   not null constraint project_log_origin_once unique,
    size        bigint not null constraint project_log_size check (size >= 0),
    frontier    bytea  not null,
    signed_size bigint not null
);
create index project_log_unsigned on project_log (project_id) where signed_size < size;

-- salt is that of a judgement's commitment to the texts.
create table project_entry (
    project_id    bigint      not null constraint project_entry_project references project on delete cascade,
    position      bigint      not null constraint project_entry_position check (position >= 0),
    kind          text        not null constraint project_entry_kind_known check (kind in ('JUDGE', 'LEAVE_OUT', 'RESTORE')),
    assignment_id uuid        constraint project_entry_assignment references project_assignment
        constraint project_entry_assignment_once unique,
    leaf          text        not null,
    leaf_hash     bytea       not null constraint project_entry_hash_size check (octet_length(leaf_hash) = 32),
    salt          bytea       constraint project_entry_salt_size check (octet_length(salt) = 32),
    logged_at     timestamptz not null,
    primary key (project_id, position)
);

-- Hashes of tiles above the leaves.
create table project_node (
    project_id bigint   not null constraint project_node_project references project on delete cascade,
    level      smallint not null constraint project_node_level check (level > 0),
    place      bigint   not null,
    hash       bytea    not null constraint project_node_hash_size check (octet_length(hash) = 32),
    primary key (project_id, level, place)
);

create table project_checkpoint (
    project_id bigint      not null constraint project_checkpoint_project references project on delete cascade,
    size       bigint      not null,
    root       bytea       not null constraint project_checkpoint_root_size check (octet_length(root) = 32),
    public_key bytea       not null constraint project_checkpoint_key_size check (octet_length(public_key) = 32),
    signature  bytea       not null constraint project_checkpoint_signature_size check (octet_length(signature) = 64),
    signed_at  timestamptz not null,
    primary key (project_id, size)
);

-- Annotators whose log says that they are left out.
create table project_left_out (
    member_id  bigint primary key constraint project_left_out_member references project_member on delete cascade,
    project_id bigint not null constraint project_left_out_project references project on delete cascade
);
create index project_left_out_project on project_left_out (project_id);
create index project_member_left_out on project_member (project_id) where left_out_at is not null;

-- Judgements of before, and those of the former version, are logged too.
alter table project_assignment add column logged boolean not null default false;
create index project_assignment_unlogged on project_assignment (project_id, decided_at, id) where state = 'judged' and not logged;
