-- Words of a model's name or its maker's that give nothing away in an answer.
alter table model add column name_exceptions text[] not null default '{}';

-- The words by which an answer named its model, shown to the voter after the vote.
alter table vote add column revealing_word text;

-- When its voter deleted the battle: its texts are gone, and nobody gets at it any more.
alter table battle add column removed_at timestamptz;

-- null: nobody has said whether the weights are open. Until now that was stored as "not open".
alter table model alter column open_weights drop not null;
alter table model alter column open_weights drop default;
update model set open_weights = null where not open_weights and license = '';
