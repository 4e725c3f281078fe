package dev.treaty.provider.threatintelligence;

/**
 * Who sent a request, as their verified access token says.
 *
 * @param id e.g. {@code "usr_42"}
 */
record Caller(String id) {}
