-- Published by vote: the entries of the log about votes, to be found by the vote. Two indexes have it: nearly all entries are the first ones of
-- their votes, which log_entry_one_cast holds already.
create view entry_of_vote as
select position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign from log_entry where kind = 'CAST'
union all
select position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign from log_entry where kind <> 'CAST';

-- No query asks for a part of these columns; reading samples of them takes most of the time of analyze while votes are imported.
alter table log_entry alter column leaf set statistics 0, alter column leaf_hash set statistics 0, alter column style set statistics 0;
alter table vote alter column style_a set statistics 0, alter column style_b set statistics 0;
alter table import_vote alter column style_a set statistics 0, alter column style_b set statistics 0;
