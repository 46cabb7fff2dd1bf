-- How far the judges' board and the inferred one agree with people's votes, as it was last computed.
create table judge_agreement (
    category    text        primary key,
    log_size    bigint      not null,
    computed_at timestamptz not null,
    figures     jsonb       not null
);
