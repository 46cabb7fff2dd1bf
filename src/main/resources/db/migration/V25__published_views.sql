-- Views that a room publishes. A room's tables are named in its own statements alone; a view may be read in any.

-- Models: how a model is called, its newest revision, and how many calls it takes at once (null: the default).
create view model_summary as select id, slug, name, revision, concurrent_requests from model;

-- Models: until when an endpoint is left out because its calls failed; rate limits are waited for by each caller.
create view endpoint_outage as
select model_id, try_at as until from endpoint_circuit where try_at is not null and last_kind is distinct from 'RATE_LIMITED';

-- Battles: a battle with the names of its models and the beginning of its first prompt.
create view battle_summary as
select b.id, b.voter_id, b.origin, b.state, b.turn, b.blind, b.propensity, b.created_at,
    b.model_a, b.revision_a, a.slug as slug_a, a.name as name_a, b.model_b, b.revision_b, m.slug as slug_b, m.name as name_b,
    left(t.prompt, 300) as prompt
from battle b join model_summary a on a.id = b.model_a join model_summary m on m.id = b.model_b
left join turn t on t.battle_id = b.id and t.turn = 1;

-- Battles: how each answer ended.
create view answer_end as
select a.battle_id, a.turn, a.side, case a.side when 'A' then b.model_a else b.model_b end as model_id, a.attempt,
    a.finish_reason
from answer a join battle b on b.id = a.battle_id;

-- Battles and voters: what an import has brought already.
create view imported_battle as select id, import_key from battle where import_key is not null;
create view imported_voter as select id, import_key, tag from voter where import_key is not null;

-- Votes: when a vote was cast, and on which battle.
create view cast_vote as select id, battle_id, cast_at, withdrawn_at from vote;

-- Votes: the public log, its size with the epoch of its counts, and what is queued for it.
create view vote_log as
select position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign, leaf, leaf_hash, logged_at, style
from log_entry;
create view vote_log_head as select size, epoch from log_head;
create view vote_log_queue as select id, at from log_queue;
