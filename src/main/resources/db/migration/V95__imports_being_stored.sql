-- Published by dataset: the imports whose votes are being stored now, and when each was last seen at work.
create view storing_import as select id, seen_at from vote_import where state = 'STORING';
