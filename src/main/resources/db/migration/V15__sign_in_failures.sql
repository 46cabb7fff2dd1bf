-- Wrong passwords since the last right one, by a hash of name and address, so that all replicas slow guessing down together
-- and no address is kept in the clear.
create table sign_in_failure (
    key      bytea       primary key constraint sign_in_failure_key_size check (octet_length(key) = 32),
    failures integer     not null constraint sign_in_failure_positive check (failures >= 1),
    until    timestamptz not null
);
create index sign_in_failure_old on sign_in_failure (until);
