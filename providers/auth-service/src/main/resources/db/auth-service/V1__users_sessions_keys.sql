-- The address as the person wrote it, and beside it the form in which it is compared.
CREATE TABLE registered_user (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    compared_email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    registered_at TIMESTAMPTZ NOT NULL
);

-- One sign-in and all the refresh tokens that came of it: a family, which is revoked as a whole.
CREATE TABLE session (
    id UUID PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES registered_user ON DELETE CASCADE,
    opened_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ
);
CREATE INDEX session_by_user ON session (user_id);

-- Only the SHA-256 of a token is kept: whoever reads this table cannot use what is in it.
CREATE TABLE refresh_token (
    hash BYTEA PRIMARY KEY,
    session_id UUID NOT NULL REFERENCES session ON DELETE CASCADE,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);
CREATE INDEX refresh_token_by_session ON refresh_token (session_id);

-- The key that signs is the one whose signs_from came last; the others are published until no token needs them.
CREATE TABLE signing_key (
    kid TEXT PRIMARY KEY,
    private_jwk TEXT NOT NULL,
    signs_from TIMESTAMPTZ NOT NULL,
    published_until TIMESTAMPTZ
);

-- By the SHA-256 of who tries: people type passwords into the field for the address, and those must not be kept either.
CREATE TABLE sign_in_attempts (
    who BYTEA PRIMARY KEY,
    made INTEGER NOT NULL,
    window_ends TIMESTAMPTZ NOT NULL
);

-- Written in the transaction of what happened; a relay publishes it and notes when.
CREATE TABLE outbox (
    id UUID PRIMARY KEY,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    time TIMESTAMPTZ NOT NULL,
    body BYTEA NOT NULL,
    published_at TIMESTAMPTZ
);
CREATE INDEX outbox_by_time ON outbox (time) WHERE published_at IS NULL;
