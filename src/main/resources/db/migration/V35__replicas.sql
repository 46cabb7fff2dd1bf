-- The processes that serve this database now. The token admits calls of one replica to another; it lives as long as
-- the process.
create table replica (
    id      text primary key,
    url     text        not null,
    token   text        not null,
    seen_at timestamptz not null
);

-- Events of a subject, such as a network, within a window that began with its first one, over all replicas.
create table shared_limit (
    name    text        not null,
    subject text        not null,
    ends_at timestamptz not null,
    used    integer     not null constraint shared_limit_used check (used > 0),
    primary key (name, subject)
);
create index shared_limit_ended on shared_limit (ends_at);
