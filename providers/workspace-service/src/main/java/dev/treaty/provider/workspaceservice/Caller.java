package dev.treaty.provider.workspaceservice;

import java.util.Optional;

/**
 * Who asks, as a verified access token says it.
 *
 * @param id e.g. {@code "usr_42"}
 * @param email the address that the account was registered with, if the token tells
 */
record Caller(String id, Optional<String> email) {}
