-- Today's votes are counted for the first page; withdrawn ones are no votes.
create index vote_by_time on vote (cast_at) where withdrawn_at is null;
