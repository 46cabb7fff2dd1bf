-- An export reads judgements in the order of their times.
create index project_assignment_judged on project_assignment (project_id, decided_at, id) where decided_at is not null;

-- The audit trail outlives a deleted project and has none of its texts.
update audit_entry set "before" = "before" - 'name' - 'instructions' - 'criteria' - 'label'
where subject like 'project:%' and jsonb_typeof("before") = 'object';
update audit_entry set "after" = "after" - 'name' - 'instructions' - 'criteria' - 'label'
where subject like 'project:%' and jsonb_typeof("after") = 'object';
