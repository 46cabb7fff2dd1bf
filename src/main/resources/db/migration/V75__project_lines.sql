-- Models of a project that are revisions of one another, from 1 on.
alter table project_model add column line text;
alter table project_model add column revision integer constraint project_model_revision check (revision > 0);
alter table project_model add constraint project_model_line_whole check ((line is null) = (revision is null));
alter table project_model add constraint project_model_revision_once unique (project_id, line, revision);
