-- Events, written in the transaction of the change that they tell of, and published from here. Whoever changes a workspace holds
-- its row, so that the numbers of its events are in the order in which they were committed.
CREATE TABLE outbox (
    number       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    type         TEXT NOT NULL,
    workspace    TEXT NOT NULL,
    content      TEXT NOT NULL,
    failures     INTEGER NOT NULL DEFAULT 0,
    last_failure TEXT,
    due_at       TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    dead_at      TIMESTAMPTZ
);

CREATE INDEX outbox_waiting ON outbox (workspace, number) WHERE published_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_of_workspace ON outbox (workspace, number);
CREATE INDEX outbox_published ON outbox (published_at);
