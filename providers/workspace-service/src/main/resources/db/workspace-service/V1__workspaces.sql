CREATE TABLE workspace (
    id         TEXT PRIMARY KEY,
    owner      TEXT NOT NULL,
    name       TEXT NOT NULL,
    version    BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (owner, name)
);

-- Numbers people as they join workspaces: the order of a person's list. Who joins later is always further down, so that a page
-- that was read stays as it was.
CREATE SEQUENCE joining;

-- Who belongs to a workspace, and who is invited to: an invitation has neither a user nor a place in anybody's list.
CREATE TABLE member (
    id        TEXT PRIMARY KEY,
    workspace TEXT NOT NULL REFERENCES workspace ON DELETE CASCADE,
    role      TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
    email     TEXT,
    user_id   TEXT,
    joined    BIGINT UNIQUE,
    UNIQUE (workspace, user_id),
    CHECK ((user_id IS NULL) = (joined IS NULL)),
    CHECK (user_id IS NOT NULL OR email IS NOT NULL)
);

CREATE UNIQUE INDEX member_email ON member (workspace, lower(email));
CREATE INDEX member_list ON member (user_id, joined);

-- What was answered to each idempotency key. It outlives the workspace: the same question has the same answer.
CREATE TABLE creation (
    caller     TEXT NOT NULL,
    key        TEXT NOT NULL,
    workspace  TEXT NOT NULL,
    name       TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (caller, key)
);

CREATE INDEX creation_age ON creation (created_at);
