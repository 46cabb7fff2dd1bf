-- The desk lists the votes on a model, and the votes with a voter's tag.
create index battle_of_model_a on battle (model_a);
create index battle_of_model_b on battle (model_b);
create index vote_of_tag on vote (voter_tag);
