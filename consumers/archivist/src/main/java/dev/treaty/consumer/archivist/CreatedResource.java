package dev.treaty.consumer.archivist;

/** What the archive reads of a resource that it has just created. */
record CreatedResource(int id) {}
