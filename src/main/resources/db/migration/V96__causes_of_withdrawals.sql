-- Why the arena itself withdrew a release; an admin's own words stay in withdrawn_reason. The sentences that were stored
-- for a cause so far could be read in English only.
alter table release add column withdrawn_cause text
    constraint release_withdrawn_cause_known check (withdrawn_cause in ('ERASED', 'WITHHELD'));
alter table release drop constraint release_withdrawn_for_a_reason;
update release set withdrawn_cause = 'ERASED', withdrawn_reason = null where withdrawn_reason = 'A text in it was erased.';
update release set withdrawn_cause = 'WITHHELD', withdrawn_reason = null
    where withdrawn_reason = 'A voter took a conversation out of public data.';
alter table release add constraint release_withdrawn_for_a_reason check ((state = 'WITHDRAWN') = (withdrawn_at is not null)
    and num_nonnulls(withdrawn_cause, withdrawn_reason) = num_nonnulls(withdrawn_at));
