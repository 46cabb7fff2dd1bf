-- An entry of the kind LEAVE_OUT says that a board can't use a vote, which keeps its place in all other counts.
alter table log_queue drop constraint log_queue_kind_known, add constraint log_queue_kind_known
    check (kind in ('CAST', 'WITHDRAW', 'EXCLUDE', 'RESTORE', 'LEAVE_OUT'));
alter table log_entry drop constraint log_entry_kind_known, add constraint log_entry_kind_known
    check (kind in ('CAST', 'WITHDRAW', 'EXCLUDE', 'RESTORE', 'LEAVE_OUT'));
