-- Imported votes are queued in bulk: votes cast here are logged before them. A former version logs all in the order of their ids.
alter table log_queue add column bulk boolean not null default false;
create index log_queue_cast_here on log_queue (id) where not bulk;
create index log_queue_imported on log_queue (id) where bulk;
