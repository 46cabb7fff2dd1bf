-- The words by which an answer names its own model: empty if it names none, null until it has been searched.
alter table project_answer add column own_name text;
create index project_answer_own_name on project_answer (model_id) where own_name <> '';
