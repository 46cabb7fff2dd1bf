-- Published by battle: its models and how likely their pair was. Without the models' names, whose table would be read whole for each battle.
create view battle_models as
select id, origin, model_a, revision_a, model_b, revision_b, propensity from battle;
