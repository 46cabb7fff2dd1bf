-- Published by vote: what an export has of a vote beside its entry in the log.
create view exported_vote as
select id, battle_id, reasons_a, reasons_b, comment, style_a, style_b, counted, not_counted_reason, withdrawn_at, excluded_at,
    excluded_reason, cast_at
from vote;

-- Published by battle: what an export has of a battle; one look-up, however many of its columns are read.
create view exported_battle as
select b.id, b.import_key, b.blind, b.turn, a.slug as slug_a, m.slug as slug_b
from battle b join model_summary a on a.id = b.model_a join model_summary m on m.id = b.model_b;

-- Published by battle: the texts of a turn; an answer is null where its side has none.
create view exported_turn as
select t.battle_id, t.turn, t.prompt, a.text as answer_a, b.text as answer_b
from turn t left join answer a on a.battle_id = t.battle_id and a.turn = t.turn and a.side = 'A'
left join answer b on b.battle_id = t.battle_id and b.turn = t.turn and b.side = 'B';
