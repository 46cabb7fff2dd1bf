-- Published by vote: the size of the log that is counted.
create view vote_log_size as select only_one, size from log_head;

-- Published by leaderboard: the counted votes of each pair, the lower model id first.
create view counted_pair as select category, first, second, first_wins, second_wins, ties, both_bad from pair_count;
