-- The desk lists the votes on a model, and the votes with a voter's tag. The indexes are built while others write; what is left of a
-- build that was interrupted is dropped first.
drop index concurrently if exists battle_of_model_a;
create index concurrently battle_of_model_a on battle (model_a);
drop index concurrently if exists battle_of_model_b;
create index concurrently battle_of_model_b on battle (model_b);
drop index concurrently if exists vote_of_tag;
create index concurrently vote_of_tag on vote (voter_tag);
