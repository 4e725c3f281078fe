package dev.treaty.consumer.apigateway;

/**
 * A person in a workspace, or invited to it.
 *
 * @param id opaque, e.g. {@code inv_42}
 * @param role what the person may do there, as in {@link Invitation}
 * @param status {@code invited} until the person has accepted
 */
public record Member(String id, String email, String role, String status) {}
