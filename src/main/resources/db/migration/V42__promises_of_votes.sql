-- The log's signed promise to the voter, a note; null for imported votes and those that are older.
alter table vote add column promise text;
