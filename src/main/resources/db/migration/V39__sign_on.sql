-- People whom an identity provider signs in: recognised by a hash of issuer and subject, without a password here. Without a
-- role they are voters alone.
alter table account alter column password_hash drop not null;
alter table account alter column role drop not null;
alter table account
    add column subject_hash bytea constraint account_subject_unique unique
        constraint account_subject_size check (octet_length(subject_hash) = 32),
    add constraint account_can_sign_in check (password_hash is not null or subject_hash is not null);

-- How long the provider's word on a session's groups holds; null for a session that a password opened.
alter table account_session
    add column confirmed_until timestamptz,
    add column may_vote boolean not null default true;
