-- The groups that the identity provider named when the session was opened.
alter table account_session add column group_names text[] not null default '{}';

-- Whom an invitation is for: anyone, signed-in people, or those of a group at the identity provider.
alter table project_invitation
    add column sign_in boolean not null default false,
    add column group_name text,
    add constraint project_invitation_group check (group_name is null or sign_in and char_length(group_name) between 1 and 200);

-- Recognises an annotator who came by an invitation of signed-in people, on all devices.
alter table project_member
    add column person bytea constraint project_member_person_size check (octet_length(person) = 32),
    add constraint project_member_person_once unique (project_id, person);
