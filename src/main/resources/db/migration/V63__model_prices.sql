-- What a model costs is a fact with a date: the newest entry is in force, older ones are history. Without an entry the
-- price is unknown.
create table model_price (
    model_id   bigint         not null constraint model_price_model references model,
    since      date           not null,
    currency   text           not null constraint model_price_currency check (currency ~ '^[A-Z]{3}$'),
    input      numeric(15, 6) not null constraint model_price_input check (input >= 0),
    output     numeric(15, 6) not null constraint model_price_output check (output >= 0),
    source     text,
    entered_at timestamptz    not null,
    primary key (model_id, since)
);
comment on column model_price.input is 'for a million tokens of the prompt, in the currency (ISO 4217)';
comment on column model_price.output is 'for a million tokens of the answer, reasoning included';

-- How many tokens a prompt and its answer may have together; null where nobody has said.
alter table model add column context_window integer constraint model_context_window_positive check (context_window >= 1);
