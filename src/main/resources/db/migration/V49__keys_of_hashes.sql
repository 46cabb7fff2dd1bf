-- Random keys for keyed hashes, one for each purpose, encrypted like the keys of endpoints.
create table hash_key (
    purpose    text        primary key,
    secret     bytea       not null,
    created_at timestamptz not null
);
