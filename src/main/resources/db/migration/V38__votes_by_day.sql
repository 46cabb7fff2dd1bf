-- The votes of each day that is over by the reason for which they aren't counted, '' for those that are: what the newest
-- votes are compared with.
create table vote_day (
    day    date   not null,
    reason text   not null,
    votes  bigint not null constraint vote_day_positive check (votes > 0),
    primary key (day, reason)
);
