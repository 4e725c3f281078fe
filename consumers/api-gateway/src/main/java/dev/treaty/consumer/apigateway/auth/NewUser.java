package dev.treaty.consumer.apigateway.auth;

/**
 * A person who registers; what of it is not acceptable, auth-service says.
 *
 * @param email what the person will sign in with
 * @param name what others shall see
 */
public record NewUser(String email, Password password, String name) {}
