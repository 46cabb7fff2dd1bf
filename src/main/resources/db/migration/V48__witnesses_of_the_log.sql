-- The newest cosignature of each witness: eight bytes of time and an Ed25519 signature, over the checkpoint of that size.
create table log_cosignature (
    witness   text primary key,
    key_id    integer     not null,
    size      bigint      not null constraint log_cosignature_of_a_checkpoint references log_checkpoint,
    signature bytea       not null constraint log_cosignature_signature_size check (octet_length(signature) = 72),
    at        timestamptz not null
);
create index log_cosignature_of_size on log_cosignature (size);

-- Why nothing is signed until an admin has confirmed it: somebody has seen another log, or more of this one. Source is the arena's own
-- memory, or a witness.
create table log_hold (
    source       text primary key,
    reason       text        not null constraint log_hold_reason_known
        check (reason in ('SET_BACK', 'WITNESS_AHEAD', 'WITNESS_DISAGREES')),
    size         bigint      not null,
    seen         bigint      not null,
    seen_at      timestamptz not null,
    confirmed_at timestamptz
);
