-- What other rooms may read of the log and of battles. Published by vote: the entries of the log, without their leaves.
create view logged_vote as
select position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign, style,
    coalesce(leaf::json ->> 'reason', leaf::json ->> 'notCountedReason', '') as reason
from log_entry;

-- Published by vote: where the log has the vote of each battle.
create view logged_battle as
select v.battle_id, e.position from vote v join log_entry e on e.vote_id = v.id and e.kind = 'CAST';

-- Published by battle: how each answer came and ended, with its model.
create view battle_answer as
select a.battle_id, case a.side when 'A' then b.model_a else b.model_b end as model_id, a.attempt, a.finish_reason
from battle b join answer a on a.battle_id = b.id;
