-- Every protocol; what an admin may turn at a model; what is kept about its endpoint across replicas.
alter table model drop constraint model_protocol_known;
alter table model
    add constraint model_protocol_known
        check (protocol in ('openai', 'anthropic', 'gemini', 'bedrock', 'sagemaker', 'demo')),
    add column credentials_cipher bytea,
    add column link text,
    add column aliases text[] not null default '{}',
    add column only_against text[] not null default '{}',
    add column boost_until integer constraint model_boost_positive check (boost_until >= 1),
    add column active_from timestamptz,
    add column active_to timestamptz,
    add column unpublished jsonb,
    add column requests_per_minute integer constraint model_rate_positive check (requests_per_minute >= 1),
    add column monthly_requests bigint constraint model_monthly_requests_positive check (monthly_requests >= 1),
    add column monthly_tokens bigint constraint model_monthly_tokens_positive check (monthly_tokens >= 1),
    add constraint model_active_in_order check (active_from < active_to);
comment on column model.unpublished is
    'name, organization, license, link and open weights of a model that is known by a code name until it is published';

-- What came of calls, by minute. started counts calls of a model with a rate limit, at their start; the rest is added at the end.
create table endpoint_minute (
    model_id    bigint      not null constraint endpoint_minute_model references model,
    minute      timestamptz not null,
    started     integer     not null default 0,
    answered    integer     not null default 0,
    failed      integer     not null default 0,
    cancelled   integer     not null default 0,
    first_millis bigint     not null default 0,
    total_millis bigint     not null default 0,
    primary key (model_id, minute)
);
create index endpoint_minute_old on endpoint_minute (minute);

-- What a month's budget is held against. Requests count at their start, tokens at the end.
create table endpoint_month (
    model_id bigint not null constraint endpoint_month_model references model,
    month    date   not null,
    requests bigint not null default 0,
    tokens   bigint not null default 0,
    primary key (model_id, month)
);

-- Endpoints that failed lately. opened: how often in a row; try_at: when it is tried again; null while it is still drawn.
create table endpoint_circuit (
    model_id   bigint      primary key constraint endpoint_circuit_model references model,
    failures   integer     not null,
    opened     integer     not null default 0,
    try_at     timestamptz,
    last_kind  text        not null,
    last_detail text       not null,
    failed_at  timestamptz not null
);
