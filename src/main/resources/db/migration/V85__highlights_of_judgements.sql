-- Whether annotators may mark passages of the answers.
alter table project add column highlights boolean not null default false;

-- A passage of an answer that the annotator marked: UTF-16 units of its raw text, the end excluded. It belongs to the item's
-- first model or to the second one, whatever side either was shown on.
create table project_highlight (
    assignment_id uuid    not null constraint project_highlight_assignment references project_assignment on delete cascade,
    of_first      boolean not null,
    turn          integer not null constraint project_highlight_turn check (turn > 0),
    begins        integer not null constraint project_highlight_begins check (begins >= 0),
    ends          integer not null,
    kind          text    not null constraint project_highlight_kind_known check (kind in ('good', 'bad')),
    note          text    constraint project_highlight_note check (char_length(note) <= 500),
    primary key (assignment_id, of_first, turn, begins),
    constraint project_highlight_not_empty check (ends > begins)
);
