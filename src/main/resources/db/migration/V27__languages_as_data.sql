-- What is written in each language of the arena stands in rows, so that a further language needs no further column.
create table category_rule_name (
    rule_id  bigint not null constraint category_rule_name_rule references category_rule,
    language text   not null constraint category_rule_name_language_form check (language ~ '^[a-z]{2,3}$'),
    name     text   not null constraint category_rule_name_given check (name <> ''),
    primary key (rule_id, language)
);
insert into category_rule_name (rule_id, language, name) select id, 'en', name_en from category_rule where name_en <> '';
insert into category_rule_name (rule_id, language, name) select id, 'ja', name_ja from category_rule where name_ja <> '';
alter table category_rule drop column name_en, drop column name_ja;

alter table terms drop constraint terms_language_known;
alter table terms add constraint terms_language_form check (language ~ '^[a-z]{2,3}$');
alter table terms_draft drop constraint terms_draft_language_known;
alter table terms_draft add constraint terms_draft_language_form check (language ~ '^[a-z]{2,3}$');
