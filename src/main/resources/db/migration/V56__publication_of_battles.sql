-- The version of the terms that the voter had agreed to when a battle began; null for battles from before and for imported ones.
-- withheld_at: when its voter asked to keep the battle out of public data.
alter table battle add column terms_version integer, add column withheld_at timestamptz;

-- True where the terms allow prompts and answers to be published.
alter table terms add column allows_publication boolean not null default false;

-- Published by battle: what may be published as far as the battle itself decides.
create view publishable_battle as
select id, voter_id, terms_version from battle
where origin = 'ARENA' and blind and terms_version is not null and withheld_at is null and removed_at is null;

-- Published by voter: the versions of the terms that allow publication, and who is banned.
create view publishing_terms as select distinct version from terms where allows_publication;
create view banned_voter as select id from voter where banned_at is not null;

-- As before, with the voter's wish.
create or replace view battle_summary as
select b.id, b.voter_id, b.origin, b.state, b.turn, b.blind, b.propensity, b.created_at,
    b.model_a, b.revision_a, a.slug as slug_a, a.name as name_a, b.model_b, b.revision_b, m.slug as slug_b, m.name as name_b,
    left(t.prompt, 300) as prompt, b.withheld_at
from battle b join model_summary a on a.id = b.model_a join model_summary m on m.id = b.model_b
left join turn t on t.battle_id = b.id and t.turn = 1;
