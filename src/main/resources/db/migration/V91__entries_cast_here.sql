-- Which entries are about votes that were cast here: the detectors pass over those of an import. Built while others write; what is left
-- of a build that was interrupted is dropped first.
drop index concurrently if exists log_entry_cast_here;
create index concurrently log_entry_cast_here on log_entry (position) where leaf like '%"origin":"ARENA"%';
