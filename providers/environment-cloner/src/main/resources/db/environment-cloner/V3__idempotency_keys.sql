-- Which clone was started under each idempotency key, so that a request that is repeated starts no second one.
CREATE TABLE idempotency_key (
    caller     TEXT NOT NULL,
    key        TEXT NOT NULL,
    request    TEXT NOT NULL,
    clone      TEXT NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (caller, key)
);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
