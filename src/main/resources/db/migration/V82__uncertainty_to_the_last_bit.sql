-- The log size of the figures that the present method of ranges of ranks and votes to flip has computed. A former version writes log_size
-- alone, so that the two differ where its figures stand. Null, as for all at first: to be computed again.
alter table uncertainty add column exact_log_size bigint;
