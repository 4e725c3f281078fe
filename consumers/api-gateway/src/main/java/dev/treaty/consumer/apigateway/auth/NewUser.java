package dev.treaty.consumer.apigateway.auth;

/**
 * A person who registers; auth-service validates the values.
 *
 * @param email what the person will sign in with
 * @param name what others see
 */
public record NewUser(String email, Password password, String name) {}
