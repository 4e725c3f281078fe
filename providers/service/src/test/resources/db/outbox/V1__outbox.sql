CREATE TABLE outbox (
    number       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    type         TEXT NOT NULL,
    subject      TEXT NOT NULL,
    content      TEXT NOT NULL,
    failures     INTEGER NOT NULL DEFAULT 0,
    last_failure TEXT,
    due_at       TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    dead_at      TIMESTAMPTZ
);
