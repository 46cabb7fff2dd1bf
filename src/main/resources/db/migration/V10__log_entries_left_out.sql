-- Entries that are not a counted vote: few, and the method page counts them by reason without reading the whole log.
create index log_entry_left_out on log_entry (kind) where sign <> 1 or kind <> 'CAST';
