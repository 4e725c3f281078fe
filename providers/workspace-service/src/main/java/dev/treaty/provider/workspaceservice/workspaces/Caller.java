package dev.treaty.provider.workspaceservice.workspaces;

import java.util.Optional;

/**
 * The person who sent a request, as the verified access token identifies them.
 *
 * @param id e.g. {@code "usr_42"}
 * @param email the address of their account, if the token has it
 */
public record Caller(String id, Optional<String> email) {}
