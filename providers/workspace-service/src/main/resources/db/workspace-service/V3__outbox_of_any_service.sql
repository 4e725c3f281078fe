-- All services publish from a table like this one.
ALTER TABLE outbox RENAME COLUMN workspace TO subject;
ALTER INDEX outbox_of_workspace RENAME TO outbox_of_subject;
