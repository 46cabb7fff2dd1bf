-- Each index takes time for each imported vote. log_entry_one_cast has the first entries of votes, and a new one all others; vote_newest has
-- votes by time, be they withdrawn or not; only battles of the arena are looked for by time. Built while others write; what is left of a
-- build that was interrupted is dropped first.
drop index concurrently if exists log_entry_change_of_vote;
create index concurrently log_entry_change_of_vote on log_entry (vote_id, position) where kind <> 'CAST';
drop index concurrently if exists battle_started_here;
create index concurrently battle_started_here on battle (created_at) where origin = 'ARENA';
drop index concurrently if exists log_entry_of_vote;
drop index concurrently if exists vote_by_time;
drop index concurrently if exists battle_by_time;
