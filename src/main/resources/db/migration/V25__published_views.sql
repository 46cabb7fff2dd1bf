-- Views that a room publishes. A room's tables are named in its own statements alone; a view may be read in any.

-- Published by model: how a model is called, its newest revision, and how many calls it takes at once (null: the default).
create view model_summary as select id, slug, name, revision, concurrent_requests from model;

-- Published by model: until when an endpoint is left out because its calls failed; each caller waits for rate limits itself.
create view endpoint_outage as
select model_id, try_at as until from endpoint_circuit where try_at is not null and last_kind <> 'RATE_LIMITED';

-- Published by battle: a battle with the names of its models and the beginning of its first prompt.
create view battle_summary as
select b.id, b.voter_id, b.origin, b.state, b.turn, b.blind, b.propensity, b.created_at,
    b.model_a, b.revision_a, a.slug as slug_a, a.name as name_a, b.model_b, b.revision_b, m.slug as slug_b, m.name as name_b,
    left(t.prompt, 300) as prompt
from battle b join model_summary a on a.id = b.model_a join model_summary m on m.id = b.model_b
left join turn t on t.battle_id = b.id and t.turn = 1;

-- Published by battle and by voter: what an import has brought already.
create view imported_battle as select id, import_key from battle where import_key is not null;
create view imported_voter as select id, import_key, tag from voter where import_key is not null;

-- Published by battle: how each answer ended, with its model.
create view answer_end as
select a.battle_id, a.turn, a.side, case a.side when 'A' then b.model_a else b.model_b end as model_id, a.attempt,
    a.finish_reason
from answer a join battle b on b.id = a.battle_id;

-- Published by vote: when a vote was cast, and on which battle.
create view cast_vote as select id, battle_id, cast_at, withdrawn_at from vote;

-- Published by vote: the entries of the public log.
create view vote_log as
select position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign, leaf, leaf_hash, logged_at, style
from log_entry;
