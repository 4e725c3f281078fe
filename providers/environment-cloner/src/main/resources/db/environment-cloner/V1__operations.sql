-- Clones and restorations, numbered as they are requested. They are here and not in a process, so that they survive a restart and every
-- replica of the service sees the same ones.
CREATE TABLE operation (
    number        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    kind          TEXT NOT NULL CHECK (kind IN ('clone', 'restoration')),
    source        TEXT,
    target        TEXT NOT NULL,
    systems       TEXT[] NOT NULL,
    profile       TEXT,
    backup_kind   TEXT CHECK (backup_kind IN ('database', 'file')),
    validate      BOOLEAN NOT NULL,
    max_age       TEXT NOT NULL,
    restored      TEXT,
    requested_by  TEXT NOT NULL,
    requested_at  TIMESTAMPTZ NOT NULL,
    cancelled_by  TEXT,
    state         TEXT NOT NULL CHECK (state IN
                      ('queued', 'running', 'cancelling', 'rolling-back', 'completed', 'cancelled', 'failed')),
    phase         TEXT CHECK (phase IN ('checking', 'migrating', 'copying', 'indexing', 'validating', 'swapping')),
    percent       INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    rows          BIGINT NOT NULL DEFAULT 0,
    rows_total    BIGINT NOT NULL DEFAULT 0,
    tables        INTEGER NOT NULL DEFAULT 0,
    tables_total  INTEGER NOT NULL DEFAULT 0,
    bytes         BIGINT NOT NULL DEFAULT 0,
    started_at    TIMESTAMPTZ,
    finished_at   TIMESTAMPTZ,
    backup        TEXT,
    failure       TEXT,
    failure_what  TEXT,
    failure_where TEXT,
    failure_fix   TEXT,
    rolled_back   BOOLEAN NOT NULL DEFAULT false,
    statistics    TEXT,
    logged        BIGINT NOT NULL DEFAULT 0,
    CHECK ((kind = 'clone') = (source IS NOT NULL)),
    CHECK ((kind = 'restoration') = (restored IS NOT NULL)),
    CHECK ((finished_at IS NOT NULL) = (state IN ('completed', 'cancelled', 'failed')))
);

-- One operation a target, whichever replica takes it on.
CREATE UNIQUE INDEX operation_of_target ON operation (target) WHERE state IN ('queued', 'running', 'cancelling', 'rolling-back');
CREATE INDEX operation_unfinished ON operation (state) WHERE state IN ('queued', 'running', 'cancelling', 'rolling-back');

CREATE TABLE log_entry (
    operation TEXT NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
    number    BIGINT NOT NULL,
    time      TIMESTAMPTZ NOT NULL,
    level     TEXT NOT NULL CHECK (level IN ('debug', 'info', 'warning', 'error')),
    phase     TEXT,
    message   TEXT NOT NULL,
    about     TEXT,
    PRIMARY KEY (operation, number)
);

-- Former databases of targets. A database lets nobody in and has a name that nobody else knows; a file is in the folder for backups.
CREATE TABLE backup (
    id             TEXT PRIMARY KEY,
    number         BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    environment    TEXT NOT NULL,
    operation      TEXT NOT NULL REFERENCES operation (id),
    taken_at       TIMESTAMPTZ NOT NULL,
    size           BIGINT NOT NULL,
    checksum       TEXT,
    kind           TEXT NOT NULL CHECK (kind IN ('database', 'file')),
    state          TEXT NOT NULL CHECK (state IN ('usable', 'corrupt', 'expired', 'restored')),
    schema_version TEXT,
    expires_at     TIMESTAMPTZ NOT NULL,
    notice_at      TIMESTAMPTZ,
    location       TEXT NOT NULL,
    database_oid   BIGINT
);

CREATE INDEX backup_of_environment ON backup (environment, number);
