package dev.treaty.provider.environmentcloner.refusals;

/**
 * Why something was not done.
 *
 * @param slug e.g. {@code source-is-not-read-only}; never changes, because callers compare it
 * @param what happened, as a sentence; without secrets and without rows
 * @param where e.g. {@code the database of production}
 * @param fix what to do about it, in the imperative
 */
public record Failure(String slug, String what, String where, String fix) {}
