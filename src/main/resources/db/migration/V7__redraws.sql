-- A side whose first answer failed before any text was sent got another model: who failed and how must not be lost.
create table battle_redraw (
    battle_id    uuid        not null constraint battle_redraw_battle references battle,
    side         text        not null constraint battle_redraw_side_known check (side in ('A', 'B')),
    model_id     bigint      not null constraint battle_redraw_model references model,
    revision     integer     not null,
    error_kind   text        not null,
    error_detail text,
    redrawn_at   timestamptz not null,
    primary key (battle_id, side, model_id)
);
create index battle_redraw_of_model on battle_redraw (model_id, redrawn_at desc);
