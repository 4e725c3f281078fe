-- What is known of a source: when it may be asked again, and whether it answers.
CREATE TABLE source (
    name           TEXT PRIMARY KEY,
    not_before     TIMESTAMPTZ,
    remaining      INTEGER,
    failures       INTEGER NOT NULL DEFAULT 0,
    resting_until  TIMESTAMPTZ,
    failing_since  TIMESTAMPTZ,
    answered_at    TIMESTAMPTZ,
    key_announced  DATE
);

INSERT INTO source (name) VALUES ('virustotal'), ('abuseipdb'), ('misp');

-- Each request to a source, so that no instance of the service and no restart forgets how many there were.
CREATE TABLE source_request (
    source   TEXT NOT NULL REFERENCES source,
    asked_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX source_request_time ON source_request (source, asked_at);

-- The newest verdict about each address, never one that is unknown.
CREATE TABLE verdict (
    ip         TEXT PRIMARY KEY,
    verdict    TEXT NOT NULL CHECK (verdict IN ('allow', 'monitor', 'block')),
    content    TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);

-- Addresses to be watched or blocked. Whose verdict changes is moved to the end, so that whoever has read up to a number misses nothing.
CREATE TABLE indicator (
    number    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ip        TEXT NOT NULL UNIQUE,
    verdict   TEXT NOT NULL CHECK (verdict IN ('monitor', 'block')),
    risk      INTEGER NOT NULL,
    judged_at TIMESTAMPTZ NOT NULL
);

-- Who asked for what, and what came of it. Nothing is ever changed or deleted here.
CREATE TABLE audit (
    number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      TIMESTAMPTZ NOT NULL,
    caller  TEXT NOT NULL,
    action  TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL
);

CREATE INDEX audit_subject ON audit (subject, number);

CREATE TABLE analysis (
    id         TEXT PRIMARY KEY,
    caller     TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- An address of an analysis; its content is missing until there is a verdict.
CREATE TABLE analysis_item (
    analysis TEXT NOT NULL REFERENCES analysis ON DELETE CASCADE,
    place    INTEGER NOT NULL,
    ip       TEXT NOT NULL,
    due_at   TIMESTAMPTZ NOT NULL,
    content  TEXT,
    PRIMARY KEY (analysis, place)
);

CREATE INDEX analysis_item_due ON analysis_item (due_at) WHERE content IS NULL;

-- What was answered to each idempotency key of a report.
CREATE TABLE report (
    caller     TEXT NOT NULL,
    key        TEXT NOT NULL,
    request    TEXT NOT NULL,
    content    TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (caller, key)
);

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
