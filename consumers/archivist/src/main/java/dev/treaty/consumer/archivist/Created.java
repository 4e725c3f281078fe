package dev.treaty.consumer.archivist;

/** What the archive reads of a resource that it just made. */
record Created(int id) {}
