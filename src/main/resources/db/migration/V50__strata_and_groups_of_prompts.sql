-- Where a vote's first prompt came from, and a keyed hash of it, the same for the same prompt; null for imported votes and those that are
-- older. Only new columns that may be null: a former version writes and reads rows without them.
alter table vote
    add column stratum text constraint vote_stratum_known check (stratum in ('OWN', 'SUGGESTED')),
    add column prompt_group bytea constraint vote_prompt_group_size check (octet_length(prompt_group) = 32);

-- The same in the log, as its leaf states them.
alter table log_entry
    add column stratum text,
    add column prompt_group bytea;

create or replace view vote_log as
select position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign, leaf, leaf_hash, logged_at, style, stratum,
    prompt_group
from log_entry;
