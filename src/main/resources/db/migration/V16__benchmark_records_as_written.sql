-- A raw record is read by people, so its members stay in the order in which they were written; jsonb sorts them.
alter table benchmark_record drop constraint benchmark_record_object;
alter table benchmark_record alter column content type json using content::json;
alter table benchmark_record add constraint benchmark_record_object check (json_typeof(content) = 'object');
