-- Events, written in the transaction of the change that they tell of, and published from here.
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

CREATE INDEX outbox_waiting ON outbox (subject, number) WHERE published_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_of_subject ON outbox (subject, number);
CREATE INDEX outbox_published ON outbox (published_at);
