-- Published by battle: how long each whole answer took, and how many tokens its endpoint counted.
create view answer_speed as
select a.battle_id, a.turn, a.side, case a.side when 'A' then b.model_a else b.model_b end as model_id,
    case a.side when 'A' then b.revision_a else b.revision_b end as revision, a.started_at, a.first_text_millis,
    a.total_millis, a.completion_tokens
from answer a join battle b on b.id = a.battle_id where a.state = 'DONE';

-- How many answers of a day fell into each bucket of a measure: bucket b holds the values from 1.05^b to 1.05^(b+1), so
-- that days can be added up and a median read from the sum.
create table model_speed (
    model_id bigint  not null constraint model_speed_model references model,
    revision integer not null,
    measure  text    not null constraint model_speed_measure_known check (measure in ('FIRST_TEXT', 'TOKENS_PER_SECOND')),
    day      date    not null,
    bucket   integer not null,
    answers  bigint  not null constraint model_speed_answers_positive check (answers > 0),
    primary key (model_id, revision, measure, day, bucket)
);

-- The log's entries before this position are in model_speed.
create table speed_head (
    only_one boolean primary key default true constraint speed_head_only_one check (only_one),
    position bigint  not null constraint speed_head_not_negative check (position >= 0)
);
insert into speed_head (position) values (0);
