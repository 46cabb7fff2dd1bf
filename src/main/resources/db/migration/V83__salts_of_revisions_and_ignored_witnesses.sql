-- From it comes a salt of its own for each statement about a model's settings, so that one that is shown later doesn't help to guess the
-- others. What former versions stated has model.commitment_salt as its salt.
alter table model add column settings_key bytea not null default sha256(convert_to(gen_random_uuid()::text, 'UTF8'));

-- Since when an admin ignores this source: it isn't asked, and doesn't end the signing.
alter table log_hold add column ignored_at timestamptz;
